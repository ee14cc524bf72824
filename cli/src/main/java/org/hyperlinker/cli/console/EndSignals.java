package org.hyperlinker.cli.console;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/**
 * The signals that ask a process to end, taken before the JVM begins its own end. A shutdown hook
 * is too late for who has work to finish: the hooks of libraries run beside it, and ONNX Runtime's
 * closes what its sessions still use.
 */
public final class EndSignals {

  private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

  private EndSignals() {}

  /**
   * Calls back at each such signal, in a thread of its own; the JVM itself does nothing then. A
   * signal that this JVM or system does not let be taken is left to the JVM.
   */
  public static void take(Runnable asked) {
    for (String name : NAMES) {
      try {
        take(name, asked);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        // Shutdown hooks still see it.
      }
    }
  }

  /** By name, as the compiler warns of these classes, which every JDK has in jdk.unsupported. */
  private static void take(String name, Runnable asked) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object calling =
        MethodHandleProxies.asInterfaceInstance(
            handler,
            MethodHandles.dropArguments(
                MethodHandles.lookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(asked),
                0,
                signal));
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), calling);
  }
}

package org.hyperlinker.server.http;

import io.helidon.common.socket.PeerInfo;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/** Whether a request comes from this machine and means it. */
final class Loopback {

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?", Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  /**
   * Whether it came over the loopback interface, and by a name of it: a page from elsewhere, whose
   * name was made to point here, has another.
   *
   * @param authority the header {@code Host}
   */
  static boolean is(PeerInfo peer, String authority) {
    return peer.address() instanceof InetSocketAddress address
        && address.getAddress().isLoopbackAddress()
        && NAMES.matcher(authority).matches();
  }
}

package org.hyperlinker.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of docs/architecture.md: who may use whom, and which library lives where. */
class RoomsTest {

  private static final String ROOT = "org.hyperlinker.";

  /** Each room and the rooms that it may use. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("core", Set.of()),
          Map.entry("formats", Set.of("core")),
          Map.entry("preparation", Set.of("core", "formats")),
          Map.entry("model", Set.of("core")),
          Map.entry("search", Set.of("core", "model")),
          Map.entry("linking", Set.of("core", "formats", "model", "search")),
          Map.entry("pretrained", Set.of("core", "model", "search", "linking")),
          Map.entry("evaluation", Set.of("core", "formats", "model", "search", "linking")),
          Map.entry("training", Set.of("core", "formats", "model")),
          Map.entry(
              "recipe", Set.of("core", "formats", "preparation", "model", "search", "training")),
          Map.entry("benchmarks", Set.of("core", "formats", "model", "search", "linking")),
          Map.entry(
              "experiments",
              Set.of(
                  "core",
                  "formats",
                  "model",
                  "search",
                  "linking",
                  "evaluation",
                  "training",
                  "benchmarks")),
          Map.entry("server", Set.of("core", "formats", "model", "search", "linking")),
          Map.entry(
              "cli",
              Set.of(
                  "core",
                  "formats",
                  "preparation",
                  "model",
                  "search",
                  "linking",
                  "pretrained",
                  "evaluation",
                  "training",
                  "recipe",
                  "benchmarks",
                  "experiments",
                  "server")));

  /** Packages of libraries and the rooms that may name their types. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("ai.djl.huggingface..", Set.of("model")),
          Map.entry("ai.djl.ndarray..", Set.of("training")),
          Map.entry("ai.djl.engine..", Set.of("training")),
          Map.entry("ai.djl.pytorch..", Set.of("training")),
          Map.entry("ai.djl.training..", Set.of("training")),
          Map.entry("ai.djl.nn..", Set.of("training")),
          Map.entry("ai.onnx..", Set.of("training")),
          Map.entry("ai.onnxruntime..", Set.of("model")),
          Map.entry("com.google.protobuf..", Set.of("training")),
          Map.entry("org.openjdk.jmh..", Set.of("benchmarks")),
          Map.entry("org.tribuo..", Set.of("training")),
          Map.entry("org.snakeyaml..", Set.of("training", "evaluation", "experiments")),
          Map.entry("de.siegmar.fastcsv..", Set.of("formats")),
          Map.entry("org.semanticweb..", Set.of("formats")),
          Map.entry("uk.ac.manchester..", Set.of("formats")),
          Map.entry("com.samskivert..", Set.of("evaluation")),
          Map.entry("org.apache.commons.math3..", Set.of("training", "evaluation")),
          Map.entry("org.apache.lucene..", Set.of("search")),
          Map.entry("com.github.benmanes..", Set.of("model")),
          Map.entry("picocli..", Set.of("cli")),
          Map.entry("io.helidon..", Set.of("server")),
          Map.entry("io.micrometer..", Set.of("server")),
          Map.entry("me.tongfei..", Set.of("cli")),
          Map.entry(
              "com.fasterxml.jackson..",
              Set.of(
                  "formats",
                  "preparation",
                  "model",
                  "search",
                  "linking",
                  "pretrained",
                  "evaluation",
                  "training",
                  "benchmarks",
                  "experiments",
                  "server",
                  "cli")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.hyperlinker");

  static Stream<String> rooms() {
    return ARROWS.keySet().stream().sorted();
  }

  static Stream<String> libraries() {
    return LIBRARIES.keySet().stream().sorted();
  }

  @Test
  void everyRoomIsOnTheMap() {
    List<String> rooms =
        CLASSES.stream()
            .map(c -> c.getPackageName().substring(ROOT.length()).split("\\.")[0])
            .distinct()
            .toList();
    assertThat(rooms).contains("core", "cli").allMatch(ARROWS::containsKey);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void arrowsPointOneWay(String room) {
    String[] forbidden =
        rooms()
            .filter(other -> !other.equals(room) && !ARROWS.get(room).contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void librariesStayInTheirRooms(String library) {
    String[] homes =
        LIBRARIES.get(library).stream().map(r -> ROOT + r + "..").toArray(String[]::new);
    noClasses()
        .that(not(resideInAnyPackage(homes)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineSpeaksAndEndsTheProcess() {
    noClasses()
        .that(not(resideInAPackage(ROOT + "cli..")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace", PrintStream.class)
        .check(CLASSES);
  }
}

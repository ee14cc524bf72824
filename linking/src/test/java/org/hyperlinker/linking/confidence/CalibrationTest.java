package org.hyperlinker.linking.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.ontology.ConceptId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

  private static final Conditions CONDITIONS =
      new Conditions("beef", "cafe", true, Conditions.NONE, "f00d");

  private static Candidate candidate(String name, float score) {
    return new Candidate(new ConceptId("C" + name.hashCode()), "preferred", name, score);
  }

  /** A calibration that looks at one feature only. */
  static Calibration only(String feature, double weight, List<Calibration.Knot> knots) {
    return new Calibration(
        CONDITIONS,
        2,
        1,
        0,
        ConfidenceFeatures.NAMES.stream()
            .map(name -> new Calibration.Weight(name, 0, 1, name.equals(feature) ? weight : 0))
            .toList(),
        knots,
        0.95,
        OptionalDouble.of(0.6));
  }

  private static double feature(String name, String mention, Candidate... candidates) {
    return ConfidenceFeatures.of(mention, List.of(candidates), 1)[
        ConfidenceFeatures.NAMES.indexOf(name)];
  }

  @Test
  void featuresByHand() {
    Candidate first = candidate("Heart-Failure", -1);
    Candidate second = candidate("heart failure", -3);
    Candidate third = candidate("asystole", -3);
    assertThat(feature("score", "heart failure", first, second)).isEqualTo(-1);
    assertThat(feature("margin", "heart failure", first, second)).isEqualTo(2);
    assertThat(feature("exact", "heart failure", first, second)).isEqualTo(1);
    assertThat(feature("rivals", "heart failure", first, second, third)).isEqualTo(1);
    assertThat(feature("share", "x", first, second))
        .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
    assertThat(feature("share", "x", first)).isEqualTo(1);
    assertThat(feature("margin", "x", first)).isZero();
    assertThat(feature("entropy", "x", second, third)).isCloseTo(1, within(1e-12));
    assertThat(feature("entropy", "x", first)).isZero();
    // he ea ar rt and he ea at: two in common of seven.
    assertThat(feature("likeness", "heat", candidate("heart", 0)))
        .isCloseTo(4.0 / 7, within(1e-12));
    assertThat(feature("likeness", "5", candidate("6", 0))).isZero();
    assertThat(feature("length", "heat", first)).isCloseTo(Math.log(5), within(1e-12));
    assertThat(feature("abbreviation", "HF", first)).isEqualTo(1);
  }

  @Test
  void theRegressionAndTheLine() {
    List<Candidate> found = List.of(candidate("a", 3), candidate("b", 1), candidate("c", 1));
    double raw = 1 / (1 + Math.exp(-2));
    assertThat(only("margin", 1, List.of()).probability("x", found)).isCloseTo(raw, within(1e-12));
    assertThat(only("margin", 1, List.of()).probability("x", List.of())).isZero();
    List<Calibration.Knot> knots =
        List.of(
            new Calibration.Knot(0.5, 0.1),
            new Calibration.Knot(raw - 0.1, 0.2),
            new Calibration.Knot(raw + 0.1, 0.6));
    assertThat(only("margin", 1, knots).probability("x", found)).isCloseTo(0.4, within(1e-9));
    assertThat(only("margin", -1, knots).probability("x", found)).isEqualTo(0.1);
    assertThat(only("margin", 9, knots).probability("x", found)).isEqualTo(0.6);
  }

  @Test
  void onlyTheFirstCandidatesAreLookedAt() {
    List<Candidate> two = List.of(candidate("a", 3), candidate("b", 1));
    List<Candidate> three = List.of(candidate("a", 3), candidate("b", 1), candidate("c", 1));
    Calibration share = only("share", 1, List.of());
    assertThat(share.probability("x", three)).isEqualTo(share.probability("x", two));
  }

  @Test
  void aFileReadsBackAsItWas(@TempDir Path folder) throws IOException {
    Calibration calibration =
        only("margin", 0.1 + 0.2, List.of(new Calibration.Knot(1.0 / 3, 0.5)));
    Path file = folder.resolve("calibration.json");
    CalibrationFile.write(file, calibration);
    assertThat(CalibrationFile.read(file)).isEqualTo(calibration);
    Files.writeString(file, Files.readString(file).replace("\"version\":2", "\"version\":1"));
    assertThatThrownBy(() -> CalibrationFile.read(file))
        .hasMessageContaining("calibration.json:1: a calibration of another version");
    CalibrationFile.write(file, calibration);
    Files.writeString(file, Files.readString(file).replace("rivals", "friends"));
    assertThatThrownBy(() -> CalibrationFile.read(file)).hasMessageContaining("friends");
  }

  @Test
  void conditionsNameEachPartThatDiffers() {
    assertThat(CONDITIONS.difference(CONDITIONS)).isEmpty();
    assertThat(CONDITIONS.difference(new Conditions("beef", "cafe", false, "aaaa", "f00d")))
        .hasValue(
            "with abbreviations written out, not abbreviations as they stand; with training"
                + " mentions none, not training mentions aaaa");
    assertThat(CONDITIONS.difference(new Conditions("b00b", "face", true, "none", "0123456789")))
        .hasValue(
            "with model beef, not model b00b; with names cafe, not names face; with rule f00d, not"
                + " rule 01234567");
  }
}

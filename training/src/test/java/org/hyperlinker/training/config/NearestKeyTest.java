package org.hyperlinker.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestKeyTest {

  @Test
  void findsWhatWasMeantAndNothingElse() {
    List<String> known = List.of("warmup_steps", "save_steps", "eval_steps", "seed");
    assertThat(NearestKey.of("warmup-step", known)).contains("warmup_steps");
    assertThat(NearestKey.of("Seed", known)).contains("seed");
    assertThat(NearestKey.of("vals_steps", known)).contains("eval_steps");
    assertThat(NearestKey.of("learning_rate", known)).isEmpty();
  }

  @Test
  void countsEdits() {
    assertThat(NearestKey.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestKey.distance("", "abc")).isEqualTo(3);
  }

  @Property(tries = 200)
  void agreesWithTheDefinition(
      @ForAll @AlphaChars @StringLength(max = 5) String a,
      @ForAll @AlphaChars @StringLength(max = 5) String b) {
    assertThat(NearestKey.distance(a, b)).isEqualTo(byDefinition(a.toLowerCase(), b.toLowerCase()));
  }

  private static int byDefinition(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String restA = a.substring(1);
    String restB = b.substring(1);
    if (a.charAt(0) == b.charAt(0)) {
      return byDefinition(restA, restB);
    }
    return 1
        + Math.min(
            byDefinition(restA, restB), Math.min(byDefinition(restA, b), byDefinition(a, restB)));
  }
}

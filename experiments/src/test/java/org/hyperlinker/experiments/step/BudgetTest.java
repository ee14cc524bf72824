package org.hyperlinker.experiments.step;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.hyperlinker.experiments.plan.IndexChoice;
import org.hyperlinker.search.index.RowKind;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static IndexStep index(double minutes) {
    return new IndexStep(
        "index-1",
        "index for one",
        minutes,
        new ModelPlace("model-1", Path.of("model")),
        new IndexChoice(RowKind.NAME, false, false));
  }

  private static TrainStep training(double minutes) {
    return new TrainStep("model-1", "train one", minutes, null);
  }

  @Test
  void whatWouldNotEndInTimeIsNotBegunUnlessItCanGoOnLater() {
    Budget hour = Budget.of(Duration.ofHours(1));
    assertThatCode(() -> hour.admit(index(50))).doesNotThrowAnyException();
    assertThatCode(() -> hour.admit(training(600))).doesNotThrowAnyException();
    assertThatCode(() -> Budget.ENDLESS.admit(index(1e9))).doesNotThrowAnyException();
    assertThatThrownBy(() -> hour.admit(index(70)))
        .isInstanceOf(OutOfTimeException.class)
        .hasMessageMatching("(59|60) minutes were left before: index for one, .* about 70");
  }

  @Test
  void whenTheTimeIsOverNothingIsBegunAndWhatRunsEnds() {
    Budget none = Budget.of(Duration.ZERO);
    assertThatThrownBy(() -> none.admit(training(0))).hasMessageContaining("train one");
    assertThatThrownBy(() -> none.check("encode")).hasMessageContaining("encode");
    assertThatCode(() -> Budget.of(Duration.ofHours(1)).check("x")).doesNotThrowAnyException();
  }
}

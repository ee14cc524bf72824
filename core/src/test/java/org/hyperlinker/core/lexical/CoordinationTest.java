package org.hyperlinker.core.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "breast and ovarian cancer | breast cancer;ovarian cancer",
        "hepatic or renal failure | hepatic failure;renal failure",
        "renal and/or hepatic dysfunction | renal dysfunction;hepatic dysfunction",
        "cardiac/renal toxicity | cardiac toxicity;renal toxicity",
        "colorectal, breast and head and neck cancers"
            + " | colorectal cancers;breast cancers;head and neck cancers",
        "endometrial hyperplasia or cancer | endometrial hyperplasia;endometrial cancer",
        "T-cell leukaemia or lymphoma | T-cell leukaemia;T-cell lymphoma",
        "HCFCs 123 and 124 | HCFCs 123;HCFCs 124",
        "cancer of the renal pelvis, ureter or bladder"
            + " | cancer of the renal pelvis;cancer of the ureter;cancer of the bladder",
        "degeneration of myelin and axons | degeneration of myelin;degeneration of axons",
        "acute renal failure and hepatic failure | acute renal failure;hepatic failure",
        "estradiol- and testosterone esters | estradiol esters;testosterone esters",
        "nausea and vomiting | nausea;vomiting",
        "levodopa/carbidopa | levodopa;carbidopa",
        "head and neck cancer | head and neck cancer",
        "heart failure | heart failure",
        "N,N-dimethyltryptamine | N,N-dimethyltryptamine",
        "CPA/EE | CPA/EE",
        "'breast  and\tovarian   cancer' | breast cancer;ovarian cancer",
      })
  void eachThingGetsItsName(String mention, String names) {
    assertThat(String.join(";", Coordination.split(mention))).isEqualTo(names);
  }

  @Test
  @Timeout(20)
  void manyBlanksAndManyThingsTakeNoLonger() {
    String wide = "heart" + " ".repeat(100_000) + "attack";
    assertThat(Coordination.split(wide)).containsExactly(wide);
    String list = "pain, ".repeat(30_000) + "fever";
    assertThat(Coordination.split(list)).containsExactly(list);
  }

  @Property
  void thereIsAlwaysAName(@ForAll String mention) {
    assertThat(Coordination.split(mention)).isNotEmpty();
  }
}

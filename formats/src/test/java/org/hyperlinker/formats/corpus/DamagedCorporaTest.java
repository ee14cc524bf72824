package org.hyperlinker.formats.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.formats.Damage;
import org.hyperlinker.formats.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Corpora of every format, cut at each byte and with each byte changed. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedCorporaTest {

  private static final Set<CorpusFormat> CLOSED =
      EnumSet.of(CorpusFormat.BIOC_XML, CorpusFormat.BIOC_JSON, CorpusFormat.PUBMED_XML);

  @TempDir Path folder;

  private static long read(Path file, Optional<CorpusFormat> format) throws IOException {
    List<Document> documents = new ArrayList<>();
    Ledger ledger = Corpora.each(file, format, documents::add);
    assertThat(ledger.read()).isEqualTo(documents.size());
    return documents.size();
  }

  @ParameterizedTest
  @EnumSource
  void damageIsAFaultOrADocument(CorpusFormat format) throws IOException {
    Path file = folder.resolve("f" + ForeignFiles.ending(format));
    byte[] sample = ForeignFiles.text(format).getBytes(StandardCharsets.UTF_8);
    if (format == CorpusFormat.BRAT) {
      Path annotations = folder.resolve("f.ann");
      Files.write(file, sample);
      sample = ForeignFiles.BRAT_LINES.getBytes(StandardCharsets.UTF_8);
      file = annotations;
    }
    Damage damage = new Damage(file, damaged -> read(damaged, Optional.of(format)));
    damage.cut(sample, CLOSED.contains(format));
    damage.change(sample);
  }

  /** What the format is, is found out anew each time. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BRAT")
  void damageOfABeginningIsAFaultOrADocument(CorpusFormat format) throws IOException {
    Path file = folder.resolve("f" + ForeignFiles.ending(format));
    byte[] sample = ForeignFiles.text(format).getBytes(StandardCharsets.UTF_8);
    new Damage(file, damaged -> read(damaged, Optional.empty())).change(sample);
  }

  @Test
  void aDocumentOfMoreThanOnePieceIsCutOnlyAtItsEnd() throws IOException {
    Path file = folder.resolve("f.PubTator");
    String two = "1|t|a\n1|a|b\n1\t0\t1\ta\tX\tD1\n\n2|t|c\n2|a|d\n";
    new Damage(file, damaged -> read(damaged, Optional.of(CorpusFormat.PUBTATOR)))
        .cut(two.getBytes(StandardCharsets.UTF_8), false);
  }
}

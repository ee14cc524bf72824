package org.hyperlinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

  @TempDir Path folder;

  @Test
  void aSentenceCanBeLinkedWithWhatItLays() throws IOException {
    Rehearsal.prepare(folder);
    CommandRun run =
        CommandRun.of(
            "link",
            "--model",
            folder.resolve(Rehearsal.MODEL),
            "--index",
            folder.resolve(Rehearsal.INDEX),
            "--text",
            "Dyskinesia under haloperidol.",
            "--mention",
            "haloperidol");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(6);
  }
}

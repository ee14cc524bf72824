package org.hyperlinker.preparation.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FetchOptionsTest {

  private final FetchOptions options =
      FetchOptions.of(List.of(DataSet.of("bc5cdr")), Path.of("data"));

  @Test
  void namesTheKnownDataSets() {
    assertThat(DataSet.of("MeSH2015")).isEqualTo(DataSet.MESH2015);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.of("bc6"))
        .withMessageContaining("'bc6'; known: bc5cdr, mesh2015");
  }

  @Test
  void keepsThePathsOfTheOfficialServerOnAMirror() {
    RemoteFile file = DataSet.BC5CDR.files().getFirst();

    assertThat(file.on(URI.create("http://localhost:8/mirror/")))
        .isEqualTo(URI.create("http://localhost:8/mirror/pub/lu/BC5CDR/CDR_Data.zip"));
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FetchOptions.of(List.of(), Path.of("data")));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withRetries(0, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withSha256(Map.of("CDR_Data.zip", "abc")))
        .withMessageContaining("64 hexadecimal digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withSha256(Map.of("other.zip", "0".repeat(64))))
        .withMessageContaining("[CDR_Data.zip]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withMirror(URI.create("ftp://example.org/data")));
    assertThatIllegalArgumentException().isThrownBy(() -> new UnpackLimits(0, 1));
  }
}

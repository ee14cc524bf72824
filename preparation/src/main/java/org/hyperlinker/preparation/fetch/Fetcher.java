package org.hyperlinker.preparation.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperlinker.core.io.Sha256;
import org.hyperlinker.preparation.fetch.FetchedFile.Outcome;
import org.hyperlinker.preparation.progress.Progress;

/**
 * Fetches data sets into a directory. A file is there whole or not at all: until it is complete and
 * its digest is right it is called {@code <name>.partial}, and the next run continues it. Digests
 * lie in {@code SHA256SUMS} and are checked on every run. Not safe for two runs at once on one
 * directory.
 */
public final class Fetcher {

  private final FetchOptions options;
  private final Progress progress;

  /** A fetcher that reports bytes per file to {@code progress}. */
  public Fetcher(FetchOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Fetches what is missing, checks everything and unpacks the archives.
   *
   * @return one entry a file, in the order of the options
   * @throws IOException in one line with cause and mend: no connection, an answer other than
   *     success, a wrong digest (the file is not kept), an unsafe or too large archive, a full disk
   * @throws InterruptedException if interrupted; a later run continues where this one stopped
   */
  public List<FetchedFile> fetch() throws IOException, InterruptedException {
    Files.createDirectories(options.directory());
    Checksums checksums = Checksums.of(options.directory());
    List<FetchedFile> fetched = new ArrayList<>();
    try (Download download = new Download(options, progress)) {
      for (DataSet set : options.dataSets()) {
        for (RemoteFile file : set.files()) {
          fetched.add(fetch(file, checksums, download));
        }
      }
    }
    return List.copyOf(fetched);
  }

  private FetchedFile fetch(RemoteFile remote, Checksums checksums, Download download)
      throws IOException, InterruptedException {
    Path file = options.directory().resolve(remote.name());
    Outcome outcome = Outcome.ALREADY_THERE;
    String digest;
    if (Files.exists(file)) {
      digest = Sha256.of(file);
      String mend = "move the file away to fetch it again";
      checkDigest(remote, checksums, digest, file.toString(), mend);
    } else {
      URI address = options.mirror().map(remote::on).orElse(remote.address());
      PartialFile partial = PartialFile.of(file);
      outcome = download.complete(address, remote.name(), partial);
      digest = Sha256.of(partial.content());
      try {
        checkDigest(remote, checksums, digest, "what " + address + " served", "it is not kept");
      } catch (IOException e) {
        partial.discard();
        throw e;
      }
      Files.move(partial.content(), file, StandardCopyOption.ATOMIC_MOVE);
      partial.discard();
    }
    checksums.record(remote.name(), digest);
    Optional<Path> unpacked = remote.unpackTo().map(options.directory()::resolve);
    if (unpacked.isPresent()) {
      ZipUnpacker.unpack(file, digest, unpacked.get(), options.limits());
    }
    return new FetchedFile(file, Files.size(file), digest, outcome, unpacked);
  }

  private void checkDigest(
      RemoteFile remote, Checksums checksums, String digest, String what, String mend)
      throws IOException {
    String given = options.sha256().get(remote.name());
    if (given != null && !given.equals(digest)) {
      throw new IOException(
          "wrong SHA-256 of %s: expected %s, found %s; %s".formatted(what, given, digest, mend));
    }
    String recorded = checksums.recorded(remote.name()).orElse(digest);
    if (given == null && !recorded.equals(digest)) {
      throw new IOException(
          "wrong SHA-256 of %s: %s records %s, found %s; %s, or remove the line to accept the change"
              .formatted(
                  what, options.directory().resolve(Checksums.FILE), recorded, digest, mend));
    }
  }
}

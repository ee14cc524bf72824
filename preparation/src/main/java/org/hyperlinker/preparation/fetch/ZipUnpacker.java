package org.hyperlinker.preparation.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hyperlinker.core.io.AtomicFiles;

/**
 * Unpacks a zip archive as a whole or not at all. Entry names must stay inside the folder, and what
 * is counted is what really comes out, not what the archive says about itself.
 */
final class ZipUnpacker {

  /** Holds the digest of the archive whose content a folder is. */
  static final String MARK = ".unpacked";

  private static final int BUFFER = 1 << 16;

  private ZipUnpacker() {}

  /**
   * Puts the archive's content in place of the folder, unless it is there already.
   *
   * @param digest the archive's SHA-256
   */
  static void unpack(Path archive, String digest, Path folder, UnpackLimits limits)
      throws IOException {
    Path mark = folder.resolve(MARK);
    if (Files.exists(mark) && Files.readString(mark).strip().equals(digest)) {
      return;
    }
    if (Files.exists(folder) && !Files.exists(mark)) {
      throw new IOException(
          "cannot unpack " + archive + ": " + folder + " is in the way; move it elsewhere");
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      AtomicFiles.writeDirectory(
          folder,
          target -> {
            unpack(archive, zip, target, limits);
            Files.writeString(target.resolve(MARK), digest + "\n");
          });
    } catch (ZipException e) {
      throw new IOException(
          archive + " is not a readable zip archive (" + e.getMessage() + "); fetch it again", e);
    }
  }

  private static void unpack(Path archive, ZipFile zip, Path target, UnpackLimits limits)
      throws IOException {
    if (zip.size() > limits.maxEntries()) {
      throw new IOException(
          "%s has %d entries, allowed are %d; it is not unpacked"
              .formatted(archive, zip.size(), limits.maxEntries()));
    }
    long left = limits.maxBytes();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      Path path = inside(archive, target, entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(path);
      } else {
        Files.createDirectories(path.getParent());
        left -= copy(zip, entry, path, left);
        if (left < 0) {
          throw new IOException(
              "%s unfolds to more than the %d bytes allowed, at entry '%s'; it is not unpacked"
                  .formatted(archive, limits.maxBytes(), entry.getName()));
        }
      }
    }
  }

  /** Copies up to one buffer more than allowed; the caller sees the excess. */
  private static long copy(ZipFile zip, ZipEntry entry, Path path, long allowed)
      throws IOException {
    long copied = 0;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0 && copied <= allowed; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        copied += read;
      }
    }
    return copied;
  }

  private static Path inside(Path archive, Path target, String name) throws IOException {
    boolean safe =
        !name.isEmpty()
            && !name.startsWith("/")
            && name.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ')
            && Arrays.stream(name.split("/")).noneMatch(part -> part.equals(".."));
    Path path = safe ? target.resolve(name).normalize() : target;
    if (!safe || !path.startsWith(target) || path.equals(target)) {
      throw new IOException(
          archive + " has the entry '" + name + "', which points outside; it is not unpacked");
    }
    return path;
  }
}

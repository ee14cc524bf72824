package org.hyperlinker.preparation.fetch;

import java.net.URI;
import java.util.Optional;

/**
 * A file of a data set and where it is published.
 *
 * @param address the official address, absolute
 * @param unpackTo the folder, beside the file, into which an archive is unpacked; empty for a file
 *     that is used as it is
 */
public record RemoteFile(URI address, Optional<String> unpackTo) {

  /** Requires an absolute http or https address that ends in a file name. */
  public RemoteFile {
    String scheme = address.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException("an address starts with http(s)://, found: " + address);
    }
    if (address.getPath() == null || address.getPath().endsWith("/")) {
      throw new IllegalArgumentException("an address ends in a file name, found: " + address);
    }
  }

  /** The last part of the address: the name under which the file is kept. */
  public String name() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The address on a mirror that keeps the paths of the official server. */
  URI on(URI mirror) {
    String base = mirror.toString();
    String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(trimmed + address.getRawPath());
  }
}

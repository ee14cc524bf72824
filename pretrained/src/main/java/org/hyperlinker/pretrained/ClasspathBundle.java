package org.hyperlinker.pretrained;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hyperlinker.linking.bundle.BundleProvider;

/**
 * The bundle among the resources of this room. In a folder, such as the repository's, it is used
 * where it lies; out of a jar it is unpacked into the user's cache once. The system property
 * {@value #PROPERTY} names a directory that goes first, if it holds a bundle.
 */
public final class ClasspathBundle implements BundleProvider {

  /** The system property that names a directory. */
  public static final String PROPERTY = "hyperlinker.bundle";

  private static final String RESOURCES = "org/hyperlinker/pretrained/bundle/";

  private final ClassLoader loader;
  private final BundleCache cache;

  /** The bundle on the class path of this class. */
  public ClasspathBundle() {
    this(ClasspathBundle.class.getClassLoader(), BundleCache.ofUser());
  }

  ClasspathBundle(ClassLoader loader, BundleCache cache) {
    this.loader = loader;
    this.cache = cache;
  }

  @Override
  public Optional<Path> directory() throws IOException {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isBlank() && Files.isRegularFile(Path.of(named, BundleManifest.FILE))) {
      return Optional.of(Path.of(named));
    }
    URL manifest = loader.getResource(RESOURCES + BundleManifest.FILE);
    if (manifest == null) {
      return Optional.empty();
    }
    if (manifest.getProtocol().equals("file")) {
      return Optional.of(folder(manifest));
    }
    try (InputStream stream = opened(manifest)) {
      return Optional.of(cache.directory(stream.readAllBytes(), this::open));
    }
  }

  private static Path folder(URL manifest) throws IOException {
    try {
      URI uri = manifest.toURI();
      return Path.of(uri).getParent();
    } catch (URISyntaxException e) {
      throw new IOException(manifest + " is no place of a file", e);
    }
  }

  private InputStream open(String path) throws IOException {
    URL resource = loader.getResource(RESOURCES + path);
    if (resource == null) {
      throw new FileNotFoundException("the bundled " + path + " is missing; get the program again");
    }
    return opened(resource);
  }

  /** Apart from the cache of open jars, which another class loader closes under its readers. */
  private static InputStream opened(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}

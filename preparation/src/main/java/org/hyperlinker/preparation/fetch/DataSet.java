package org.hyperlinker.preparation.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The data sets that can be fetched by name, with their official addresses. */
public enum DataSet {
  /**
   * BioCreative V Chemical-Disease Relation corpus. The archive holds the three splits as BioC XML
   * and PubTator; after unpacking they lie in {@code bc5cdr/CDR_Data/CDR.Corpus.v010516}.
   */
  BC5CDR(archive("https://ftp.ncbi.nlm.nih.gov/pub/lu/BC5CDR/CDR_Data.zip", "bc5cdr")),

  /** The 2015 edition of MeSH, to which BC5CDR is annotated: descriptors and supplementary. */
  MESH2015(
      file("https://nlmpubs.nlm.nih.gov/projects/mesh/2015/xmlmesh/desc2015.xml"),
      file("https://nlmpubs.nlm.nih.gov/projects/mesh/2015/xmlmesh/supp2015.xml"));

  private final List<RemoteFile> files;

  DataSet(RemoteFile... files) {
    this.files = List.of(files);
  }

  /** The files that make up the data set. */
  public List<RemoteFile> files() {
    return files;
  }

  /** The name by which users ask for it, such as {@code bc5cdr}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The data set of that name, in any case.
   *
   * @throws IllegalArgumentException naming the known ones, if there is none
   */
  public static DataSet of(String label) {
    return Arrays.stream(values())
        .filter(set -> set.label().equalsIgnoreCase(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown data set '"
                        + label
                        + "'; known: "
                        + Arrays.stream(values())
                            .map(DataSet::label)
                            .collect(Collectors.joining(", "))));
  }

  private static RemoteFile file(String address) {
    return new RemoteFile(URI.create(address), Optional.empty());
  }

  private static RemoteFile archive(String address, String folder) {
    return new RemoteFile(URI.create(address), Optional.of(folder));
  }
}

package org.hyperlinker.search.index;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;

/** An open Lucene commit, mapped into memory: rows by their number. Safe for many threads. */
final class LuceneRows implements AutoCloseable {

  private final Directory directory;
  private final DirectoryReader reader;
  private final CodecReader segment;
  private final StoredVectors vectors;
  private final boolean compact;

  private LuceneRows(
      Directory directory,
      DirectoryReader reader,
      CodecReader segment,
      StoredVectors vectors,
      boolean compact) {
    this.directory = directory;
    this.reader = reader;
    this.segment = segment;
    this.vectors = vectors;
    this.compact = compact;
  }

  static LuceneRows open(Path folder, IndexMetadata expected) throws IOException {
    Directory directory = new MMapDirectory(folder);
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      if (reader.leaves().size() != 1
          || reader.maxDoc() != expected.rows()
          || !(reader.leaves().getFirst().reader() instanceof CodecReader segment)) {
        throw IndexFiles.fault(
            folder,
            "another number of rows",
            expected.rows() + " in one segment",
            reader.maxDoc() + " in " + reader.leaves().size());
      }
      return new LuceneRows(
          directory,
          reader,
          segment,
          StoredVectors.open(segment, folder, expected),
          expected.contents().compact());
    } catch (IOException | RuntimeException e) {
      if (reader != null) {
        reader.close();
      }
      directory.close();
      throw e;
    }
  }

  IndexRow row(int row) {
    try {
      return new IndexRow(
          new ConceptId(text(Fields.CONCEPT, row)),
          compact ? text(Fields.NAME, row) : name(row),
          text(Fields.PREFERRED, row),
          NameKind.valueOf(text(Fields.KIND, row)),
          count(row),
          text(Fields.BRANCHES, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(int row) throws IOException {
    BinaryDocValues names = segment.getBinaryDocValues(Fields.NAME);
    if (!names.advanceExact(row)) {
      throw new IllegalStateException("row " + row + " of the index has no name");
    }
    return names.binaryValue().utf8ToString();
  }

  /** The concept and its branches alone, which is what all rows together are asked for. */
  Map.Entry<ConceptId, String> branches(int row) {
    try {
      return Map.entry(new ConceptId(text(Fields.CONCEPT, row)), text(Fields.BRANCHES, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int count(int row) throws IOException {
    NumericDocValues counts = segment.getNumericDocValues(Fields.COUNT);
    return counts != null && counts.advanceExact(row) ? (int) counts.longValue() : 0;
  }

  /** The rows that are training mentions. */
  BitSet remembered() throws IOException {
    BitSet remembered = new BitSet(segment.maxDoc());
    NumericDocValues counts = segment.getNumericDocValues(Fields.COUNT);
    if (counts != null) {
      for (int row = counts.nextDoc(); row != NO_MORE_DOCS; row = counts.nextDoc()) {
        remembered.set(row);
      }
    }
    return remembered;
  }

  private String text(String field, int row) throws IOException {
    SortedDocValues values = segment.getSortedDocValues(field);
    if (!values.advanceExact(row)) {
      throw new IllegalStateException("row " + row + " of the index has no " + field);
    }
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }

  /** Numbers are those of the sorted ids; one pass over a packed column of numbers. */
  RowConcepts concepts() throws IOException {
    SortedDocValues values = segment.getSortedDocValues(Fields.CONCEPT);
    int[] ofRow = new int[segment.maxDoc()];
    for (int row = 0; row < ofRow.length; row++) {
      values.advanceExact(row);
      ofRow[row] = values.ordValue();
    }
    return new RowConcepts(ofRow, values.getValueCount(), this::concept);
  }

  private OptionalInt concept(ConceptId concept) {
    try {
      int number =
          segment.getSortedDocValues(Fields.CONCEPT).lookupTerm(new BytesRef(concept.value()));
      return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StoredVectors vectors() {
    return vectors;
  }

  /** A cursor over the graph, for one thread. */
  HnswGraph graph() throws IOException {
    KnnVectorsReader format = segment.getVectorReader();
    if (format instanceof PerFieldKnnVectorsFormat.FieldsReader fields) {
      format = fields.getFieldReader(Fields.EMBEDDING);
    }
    if (format instanceof HnswGraphProvider provider) {
      return provider.getGraph(Fields.EMBEDDING);
    }
    throw new IllegalStateException("the index has no graph; build it again");
  }

  /** How whole names are looked up. */
  TermKeys keys() {
    return TermKeys.of(compact);
  }

  LeafReader segment() {
    return segment;
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }
}

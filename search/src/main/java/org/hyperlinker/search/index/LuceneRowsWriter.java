package org.hyperlinker.search.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.hyperlinker.core.lexical.NormalForm;

/**
 * Writes rows as Lucene documents, in order, and ends with one commit of one segment. Rows are
 * flushed without a graph; the last merge builds it, by several threads. Belongs to one thread.
 */
final class LuceneRowsWriter implements AutoCloseable {

  private static final double BUFFER_MEGABYTES = 256;
  private static final int PROGRESS_MILLIS = 200;

  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setTokenized(true);
    TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TERMS.freeze();
  }

  private final Directory directory;
  private final ExecutorService builders;
  private final VectorsCodec codec;
  private final GraphProgress log = new GraphProgress();
  private final IndexWriter writer;
  private int rows;

  LuceneRowsWriter(Path folder, GraphSettings graph, int threads) throws IOException {
    this.directory = FSDirectory.open(folder);
    this.builders =
        Executors.newFixedThreadPool(
            threads + 1, Thread.ofPlatform().daemon().name("graph-", 0).factory());
    this.codec = new VectorsCodec(graph, threads, builders);
    IndexWriterConfig config = new IndexWriterConfig();
    config.setCodec(codec);
    config.setUseCompoundFile(false);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setMergePolicy(new OneSegment());
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setInfoStream(log);
    config.setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
  }

  /** No graph while rows are added, the graph in the last merge; Lucene asks for each segment. */
  private static final class VectorsCodec extends Lucene104Codec {

    private final KnnVectorsFormat flat;
    private final KnnVectorsFormat graph;
    private volatile boolean merging;

    VectorsCodec(GraphSettings settings, int threads, ExecutorService builders) {
      int links = settings.links();
      int beam = settings.beam();
      this.flat = new Lucene99HnswVectorsFormat(links, beam, 1, null, Integer.MAX_VALUE);
      this.graph =
          threads == 1
              ? new Lucene99HnswVectorsFormat(links, beam, 1, null, 0)
              : new Lucene99HnswVectorsFormat(links, beam, threads, builders, 0);
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return merging ? graph : flat;
    }
  }

  void add(IndexRow row, float[] vector) throws IOException {
    add(
        row,
        TermKeys.WHOLE,
        new BinaryDocValuesField(Fields.NAME, new BytesRef(row.name())),
        new KnnFloatVectorField(Fields.EMBEDDING, vector, VectorSimilarityFunction.EUCLIDEAN));
  }

  /**
   * Codes with one scale for all rows, whose distances are those of the embeddings. Names are kept
   * in alphabetical order, where neighbours share their beginnings, and whole names as terms by
   * their digests: both take less.
   */
  void add(IndexRow row, byte[] codes) throws IOException {
    add(
        row,
        TermKeys.DIGESTS,
        new SortedDocValuesField(Fields.NAME, new BytesRef(row.name())),
        new KnnByteVectorField(Fields.EMBEDDING, codes, VectorSimilarityFunction.EUCLIDEAN));
  }

  private void add(IndexRow row, TermKeys keys, Field name, Field embedding) throws IOException {
    Document document = new Document();
    document.add(new SortedDocValuesField(Fields.CONCEPT, new BytesRef(row.concept().value())));
    document.add(new SortedDocValuesField(Fields.PREFERRED, new BytesRef(row.preferredName())));
    document.add(name);
    document.add(new SortedDocValuesField(Fields.KIND, new BytesRef(row.kind().name())));
    document.add(new SortedDocValuesField(Fields.BRANCHES, new BytesRef(row.branches())));
    if (row.count() > 0) {
      document.add(new NumericDocValuesField(Fields.COUNT, row.count()));
    }
    document.add(embedding);
    LexicalForm form = LexicalForm.of(row.name());
    document.add(new StringField(Fields.EXACT, keys.of(form.text()), Field.Store.NO));
    NormalForm normal = NormalForm.of(row.name());
    document.add(new StringField(Fields.SAME, keys.of(normal.ordered()), Field.Store.NO));
    document.add(new StringField(Fields.BAG, keys.of(normal.bag()), Field.Store.NO));
    document.add(new Field(Fields.WORDS, new TermStream(form.words()), TERMS));
    document.add(new Field(Fields.GRAMS, new TermStream(form.grams()), TERMS));
    writer.addDocument(document);
    rows++;
  }

  /** Merges, which builds the graph, and commits. */
  void finish(Progress progress) throws IOException {
    writer.flush();
    codec.merging = true;
    progress.advanced("graph", 0, rows);
    Future<?> merge =
        builders.submit(
            () -> {
              writer.forceMerge(1);
              return null;
            });
    try {
      while (!isDone(merge)) {
        progress.advanced("graph", Math.min(rows, log.added()), rows);
      }
      writer.commit();
      progress.advanced("graph", rows, rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(merge, new InterruptedIOException("interrupted while building the graph"));
    } catch (RuntimeException e) {
      throw stopped(merge, e);
    }
  }

  private static boolean isDone(Future<?> merge) throws IOException, InterruptedException {
    try {
      merge.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException("the graph could not be built: " + e.getCause().getMessage(), e);
    }
  }

  /** Waits until the merge has met the refusal, so that its files can be removed. */
  private <E extends Exception> E stopped(Future<?> merge, E cause) {
    log.stop();
    builders.shutdown();
    try {
      builders.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      merge.cancel(true);
    }
    return cause;
  }

  /** Drops what was not committed. */
  @Override
  public void close() throws IOException {
    try (directory) {
      writer.rollback();
    } finally {
      builders.shutdownNow();
    }
  }
}

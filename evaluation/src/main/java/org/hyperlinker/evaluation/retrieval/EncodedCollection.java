package org.hyperlinker.evaluation.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.NameKind;
import org.hyperlinker.evaluation.Progress;
import org.hyperlinker.formats.retrieval.TextRecord;
import org.hyperlinker.model.encoding.LinkingModel;
import org.hyperlinker.search.index.EmbeddedRows;
import org.hyperlinker.search.index.IndexRow;

/**
 * Encoded documents as rows to search. A row's concept is the number of its document id, as ids of
 * documents are freer than those of concepts; texts that share an id are rows of one concept, of
 * which search keeps the best.
 */
final class EncodedCollection implements EmbeddedRows {

  private final List<TextRecord> documents;
  private final List<ConceptId> numbers = new ArrayList<>();
  private final List<float[]> embeddings = new ArrayList<>();
  private final int dimension;
  private final int distinct;

  private EncodedCollection(List<TextRecord> documents, int dimension) {
    this.documents = documents;
    this.dimension = dimension;
    Map<String, ConceptId> known = new HashMap<>();
    for (TextRecord document : documents) {
      numbers.add(
          known.computeIfAbsent(
              document.id(), id -> new ConceptId(Integer.toString(known.size()))));
    }
    this.distinct = known.size();
  }

  static EncodedCollection encode(
      LinkingModel model, List<TextRecord> documents, int batch, Progress progress) {
    EncodedCollection collection = new EncodedCollection(documents, model.dimension());
    for (int from = 0; from < documents.size(); from += batch) {
      List<TextRecord> part = documents.subList(from, Math.min(documents.size(), from + batch));
      collection.embeddings.addAll(
          List.of(model.encodeItems(part.stream().map(TextRecord::text).toList())));
      progress.advanced("documents", from + part.size(), documents.size());
    }
    return collection;
  }

  /** How many ids there are. */
  int distinct() {
    return distinct;
  }

  TextRecord document(int row) {
    return documents.get(row);
  }

  @Override
  public int size() {
    return documents.size();
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public IndexRow row(int row) {
    TextRecord document = documents.get(row);
    return new IndexRow(numbers.get(row), document.text(), document.id(), NameKind.PREFERRED);
  }

  @Override
  public void embedding(int row, float[] target) {
    System.arraycopy(embeddings.get(row), 0, target, 0, dimension);
  }
}

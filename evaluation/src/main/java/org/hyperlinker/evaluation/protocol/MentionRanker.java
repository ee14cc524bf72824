package org.hyperlinker.evaluation.protocol;

import java.util.List;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.linking.Ranking;
import org.hyperlinker.linking.ranking.Progress;

/** Links the mentions of documents and says where their gold concepts stand. */
public interface MentionRanker extends AutoCloseable {

  /** How many concepts are ranked. */
  int concepts();

  /** Which search finds them, for the report. */
  String search();

  /**
   * Ranks the concepts for every mention.
   *
   * @param batch query texts computed together
   * @return the answers in document order
   */
  Ranking rank(List<Document> documents, int batch, Progress progress);

  @Override
  void close();
}

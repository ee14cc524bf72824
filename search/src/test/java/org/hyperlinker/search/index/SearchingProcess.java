package org.hyperlinker.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hyperlinker.search.NamesIndex;
import org.hyperlinker.search.SearchQuery;
import org.hyperlinker.search.approximate.GraphWalk;
import org.hyperlinker.search.strategy.ConceptSearch;
import org.hyperlinker.search.strategy.FoundConcepts;
import org.hyperlinker.search.strategy.SearchStrategy;

/**
 * A process that opens the index of its argument, says how many rows it has, and asks by every
 * search for its second name until it is told to end. Says at last how often it asked.
 */
final class SearchingProcess {

  private static final String NAME = "agent0 acid";

  private SearchingProcess() {}

  public static void main(String[] arguments) throws IOException {
    long asked = 0;
    try (EmbeddingIndex index = EmbeddingIndex.open(Path.of(arguments[0]));
        ConceptSearch exact = new ConceptSearch(index, new SearchStrategy.Exact(), 1);
        ConceptSearch graph =
            new ConceptSearch(index, new SearchStrategy.Graph(GraphWalk.ofBeam(index.size())), 1)) {
      System.out.println(index.size());
      System.out.flush();
      while (System.in.available() == 0) {
        for (ConceptSearch search : List.of(exact, graph)) {
          ask(search);
          asked++;
        }
      }
      if (index.size() != index.metadata().rows()) {
        throw new IllegalStateException("the view changed");
      }
    }
    System.out.println(asked);
  }

  private static void ask(ConceptSearch search) {
    List<SearchQuery> query =
        List.of(SearchQuery.of(NamesIndex.MODEL.encodeQueries(List.of(NAME)).getFirst(), NAME));
    FoundConcepts found = search.search(query, 1).getFirst();
    String best = found.hits().getFirst().row().name();
    if (!best.equals(NAME)) {
      throw new IllegalStateException("found " + best);
    }
  }
}

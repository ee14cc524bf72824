package org.hyperlinker.evaluation.errors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.hyperlinker.core.abbreviation.Abbreviations;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.link.Candidate;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;
import org.hyperlinker.evaluation.protocol.MentionResult;
import org.hyperlinker.evaluation.protocol.Standing;

/** Sorts wrong first candidates into classes. */
public final class ErrorAnalysis {

  private final KnowledgeBase ontology;
  private final Hierarchy hierarchy;
  private final Map<String, Abbreviations> abbreviations = new HashMap<>();
  private final int examples;

  /**
   * An analysis.
   *
   * @param ontology whose concepts were linked to
   * @param documents where abbreviations are defined; of those not among them the look decides
   * @param examples shown of each class at most, the most frequent confusions first
   */
  public ErrorAnalysis(KnowledgeBase ontology, List<Document> documents, int examples) {
    this.ontology = ontology;
    this.hierarchy = new Hierarchy(ontology);
    documents.forEach(d -> abbreviations.put(d.id(), Abbreviations.of(d)));
    this.examples = examples;
  }

  /** The wrong answers; composite mentions and mentions without any candidate are left out. */
  public ErrorReport of(List<MentionResult> results) {
    List<MentionResult> asked =
        results.stream()
            .filter(r -> r.standing() != Standing.COMPOSITE && !r.answer().top().isEmpty())
            .toList();
    Map<ErrorClass, List<MentionResult>> wrong = new EnumMap<>(ErrorClass.class);
    for (MentionResult result : asked) {
      if (!result.correct()) {
        wrong.computeIfAbsent(classOf(result), error -> new ArrayList<>()).add(result);
      }
    }
    Map<ErrorClass, ErrorReport.Members> classes = new EnumMap<>(ErrorClass.class);
    wrong.forEach((error, members) -> classes.put(error, members(members)));
    return new ErrorReport(asked.size(), classes);
  }

  /** The class of a wrong answer. */
  ErrorClass classOf(MentionResult wrong) {
    if (wrong.standing() != Standing.LINKABLE) {
      return ErrorClass.NOT_IN_ONTOLOGY;
    }
    ErrorClass relation =
        hierarchy
            .relation(
                wrong.mention().concepts().getFirst(), wrong.answer().top().getFirst().concept())
            .orElse(ErrorClass.UNRELATED);
    boolean near =
        relation == ErrorClass.TOO_GENERAL
            || relation == ErrorClass.TOO_SPECIFIC
            || relation == ErrorClass.SIBLING;
    return !near
            && abbreviations
                .getOrDefault(wrong.documentId(), Abbreviations.NONE)
                .isOne(wrong.mention().text())
        ? ErrorClass.ABBREVIATION
        : relation;
  }

  private ErrorReport.Members members(List<MentionResult> wrong) {
    TreeMap<String, Integer> byType = new TreeMap<>();
    SequencedMap<String, List<ErrorExample>> confusions = new LinkedHashMap<>();
    for (MentionResult result : wrong) {
      byType.merge(result.mention().type(), 1, Integer::sum);
      ErrorExample example = example(result);
      String confusion = example.mention().toLowerCase(Locale.ROOT) + '\n' + example.gold();
      confusions.computeIfAbsent(confusion, key -> new ArrayList<>()).add(example);
    }
    List<ErrorExample> shown =
        confusions.values().stream()
            .sorted(Comparator.comparingInt(List<ErrorExample>::size).reversed())
            .limit(examples)
            .map(List::getFirst)
            .toList();
    return new ErrorReport.Members(byType, shown);
  }

  private ErrorExample example(MentionResult result) {
    Candidate first = result.answer().top().getFirst();
    String gold =
        result.mention().concepts().isEmpty() ? "" : result.mention().concepts().getFirst().value();
    String goldName =
        gold.isEmpty()
            ? ""
            : ontology.find(new ConceptId(gold)).map(Concept::preferredName).orElse("");
    return new ErrorExample(
        result.documentId(),
        result.mention().text(),
        result.mention().type(),
        gold,
        goldName,
        first.concept().value(),
        first.preferredName(),
        first.matchedName());
  }
}

package org.hyperlinker.preparation.example;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.core.corpus.Passage;
import org.hyperlinker.core.corpus.Span;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptId;
import org.hyperlinker.core.ontology.KnowledgeBase;

/** A small ontology and corpus with one mention of every sort. */
final class Fixture {

  static final String TITLE = "Heart attack and heart attack after aspirin or renal failure.";

  private Fixture() {}

  static KnowledgeBase ontology() {
    return new KnowledgeBase(
        List.of(
            Concept.named("D1", "Myocardial Infarction", "Heart Attack", "heart attack"),
            Concept.named("D2", "Aspirin", "Acetylsalicylic Acid"),
            Concept.named("D3", "Renal Insufficiency", "Renal Failure", "Kidney Failure"),
            Concept.named("D4", "Heart Failure", "Cardiac Failure"),
            Concept.named("D5", "Cardiac Arrest", "Heart Attack"),
            Concept.named("D6", "Asparagine"),
            Concept.named("D7", "Liver Failure")));
  }

  static Document document() {
    return document(
        mention("Heart attack", 0, "D1"),
        mention("heart attack", 17, "D1"),
        mention("heart attack", 17, "D1"),
        mention("aspirin", 36, "D2"),
        mention("renal failure", 47, "D2", "D3"),
        mention("failure", 53, "X9"),
        mention("after", 30),
        new Mention(
            "", List.of(new Span(0, 5), new Span(13, 16)), "Heart and", "", ids("D1"), Map.of()));
  }

  static Document document(Mention... mentions) {
    Passage title = new Passage("title", 0, TITLE, Arrays.asList(mentions), Map.of());
    return new Document("100", List.of(title), List.of(), Map.of());
  }

  static Mention mention(String text, int start, String... concepts) {
    Span span = new Span(start, start + text.length());
    return new Mention("", List.of(span), text, "Disease", ids(concepts), Map.of());
  }

  private static List<ConceptId> ids(String... concepts) {
    return Arrays.stream(concepts).map(ConceptId::parse).toList();
  }
}

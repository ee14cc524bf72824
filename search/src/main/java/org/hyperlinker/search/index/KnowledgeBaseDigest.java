package org.hyperlinker.search.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hyperlinker.core.ontology.Concept;
import org.hyperlinker.core.ontology.ConceptName;
import org.hyperlinker.core.ontology.KnowledgeBase;

/** The digest of everything in a knowledge base that can decide an item text, in order. */
final class KnowledgeBaseDigest {

  /** Ends a field; no text of an ontology holds it. */
  private static final byte END = 0;

  private final MessageDigest digest;

  private KnowledgeBaseDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(KnowledgeBase knowledgeBase) {
    KnowledgeBaseDigest digest = new KnowledgeBaseDigest();
    knowledgeBase.concepts().forEach(digest::add);
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  private void add(Concept concept) {
    add(concept.id().value());
    add(concept.kind().name());
    for (ConceptName name : concept.names()) {
      add(name.text());
      add(name.kind().name());
      add(String.valueOf(name.permuted()));
    }
    digest.update(END);
    concept.definitions().forEach(this::add);
    digest.update(END);
  }

  private void add(String field) {
    digest.update(field.getBytes(StandardCharsets.UTF_8));
    digest.update(END);
  }
}

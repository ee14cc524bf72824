package org.hyperlinker.evaluation.errors;

import java.util.Locale;

/** Why a first candidate is wrong; the first class that fits counts. */
public enum ErrorClass {
  /** The mention has no concept, or one that the index does not have. */
  NOT_IN_ONTOLOGY("no concept, or one that the index does not have: every answer is wrong"),
  /** The answer is an ancestor of the gold concept. */
  TOO_GENERAL("an ancestor of the gold concept"),
  /** The answer is a descendant of the gold concept. */
  TOO_SPECIFIC("a descendant of the gold concept"),
  /** The answer and the gold concept have a parent in common. */
  SIBLING("a child of the same parent"),
  /** The mention is an abbreviation, and none of the above. */
  ABBREVIATION("an abbreviation taken for another thing"),
  /** Both concepts stand in one branch of the hierarchy, such as MeSH's C14. */
  SAME_BRANCH("elsewhere in the same branch, such as MeSH's C14"),
  /** None of the above. */
  UNRELATED("in another branch, or nowhere in the hierarchy");

  private final String meaning;

  ErrorClass(String meaning) {
    this.meaning = meaning;
  }

  /** What the answer is, for tables. */
  public String meaning() {
    return meaning;
  }

  /** The name in tables and files. */
  public String officialName() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

package org.hyperlinker.linking.hybrid;

/** What speaks for a candidate. */
public enum Feature {
  /** 1 if the concept has the surface as a name, by the ordered normal form. */
  SAME_NAME(Group.NAMES),
  /** 1 if that name is the concept's preferred one. */
  SAME_PREFERRED(Group.NAMES),
  /** 1 if that name is no other concept's. */
  SAME_UNIQUE(Group.NAMES),
  /** 1 if a name has the same words in another order, and none in the same. */
  SAME_WORDS(Group.NAMES),
  /** 1 if the abbreviation as written is a name, though it was written out. */
  SAME_WRITTEN(Group.NAMES),
  /** The share of the surface's training mentions that meant the concept. */
  MEMORY_SHARE(Group.MEMORY),
  /** The logarithm of 1 and how many those were. */
  MEMORY_COUNT(Group.MEMORY),
  /** The logarithm of 1 and how many of the surface's training mentions meant another concept. */
  MEMORY_OTHER(Group.MEMORY),
  /** The logarithm of 1 and how many training mentions meant the concept. */
  CONCEPT_COUNT(Group.MEMORY),
  /** Dice's coefficient of trigrams between surface and the concept's best-scored name. */
  LIKENESS(Group.LOOK),
  /** The same with the preferred name. */
  LIKENESS_PREFERRED(Group.LOOK),
  /** The model's score less the best score, at most 0. */
  SCORE_GAP(Group.MODEL),
  /** The negative logarithm of the rank by the model's score. */
  LOG_RANK(Group.MODEL),
  /** 1 if the model ranks it first. */
  FIRST(Group.MODEL),
  /** For the model's first, its lead over the second; otherwise 0. */
  LEAD(Group.MODEL),
  /**
   * The logarithm of 1 and how many mentions of the document with other surfaces the model links to
   * the concept.
   */
  FIRST_ELSEWHERE(Group.DOCUMENT),
  /**
   * The logarithm of 1 and how many mentions of the document with other surfaces are a name or a
   * training mention of the concept.
   */
  NAMED_ELSEWHERE(Group.DOCUMENT),
  /** The logarithm of how often mentions of this type mean concepts of this branch. */
  BRANCH(Group.TYPE);

  private final Group group;

  Feature(Group group) {
    this.group = group;
  }

  /** The kind of evidence. */
  public Group group() {
    return group;
  }

  /** Kinds of evidence, which the ablation leaves out in turn. */
  public enum Group {
    /** The ontology's names. */
    NAMES,
    /** Training mentions. */
    MEMORY,
    /** The look of names. */
    LOOK,
    /** The model's score. */
    MODEL,
    /** The other mentions of the document. */
    DOCUMENT,
    /** The mention's type. */
    TYPE
  }
}

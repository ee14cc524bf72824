package org.hyperlinker.evaluation.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Numbers as the page writes them. */
final class Numbers {

  private Numbers() {}

  /** A count with separators. */
  static String count(JsonNode node) {
    return node.isNumber() ? String.format(Locale.ROOT, "%,d", node.asLong()) : "\u2013";
  }

  /** A figure between 0 and 1 with four decimals. */
  static String figure(JsonNode node) {
    return node.isNumber() ? String.format(Locale.ROOT, "%.4f", node.asDouble()) : "\u2013";
  }

  /** Milliseconds with two decimals. */
  static String millis(JsonNode node) {
    return node.isNumber() ? String.format(Locale.ROOT, "%.2f", node.asDouble()) : "\u2013";
  }

  /** A difference with its sign. */
  static String signed(JsonNode node) {
    return node.isNumber()
        ? String.format(Locale.ROOT, "%+.4f", node.asDouble()).replace('-', '\u2212')
        : "\u2013";
  }

  /** An interval from two elements of a list; empty where there is none. */
  static String ends(JsonNode list, int first) {
    return list.path(first).isNumber()
        ? figure(list.get(first)) + "\u2013" + figure(list.get(first + 1))
        : "";
  }

  /** An interval of a difference. */
  static String signedEnds(JsonNode list, int first) {
    return list.path(first).isNumber()
        ? signed(list.get(first)) + " \u2026 " + signed(list.get(first + 1))
        : "";
  }

  /** A p-value. */
  static String p(JsonNode node) {
    if (!node.isNumber()) {
      return "\u2013";
    }
    return node.asDouble() < 0.0005
        ? "< 0.001"
        : String.format(Locale.ROOT, "%.3f", node.asDouble());
  }

  /** A number as a person would write it: whole ones without decimals. */
  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** A share as a percentage with one decimal. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

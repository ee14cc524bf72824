// A linked text, and what its reader has changed.

import { Offsets } from "./offsets.js";

export class LinkedDocument {
  constructor(system, text, links) {
    this.system = system;
    this.text = text;
    this.offsets = new Offsets(text);
    this.mentions = [];
    links.forEach((link) => this.take(link, false));
  }

  /** Adds a mention unless another stands at its place; returns whether it did. */
  take(link, added) {
    if (this.mentions.some((other) => other.start < link.end && link.start < other.end)) {
      return false;
    }
    this.mentions.push({ ...link, added, choice: null });
    this.mentions.sort((a, b) => a.start - b.start);
    return true;
  }

  /** The words of a stretch of code points. */
  words(start, end) {
    return this.text.slice(this.offsets.unit(start), this.offsets.unit(end));
  }

  get changes() {
    return this.mentions.filter((mention) => mention.added || mention.choice).length;
  }
}

/** The concept that a mention has now: the reader's choice, or the linker's. */
export function chosen(mention) {
  if (mention.choice) {
    return mention.choice.kind === "concept" ? mention.choice.candidate : null;
  }
  return mention.linked ? mention.candidates[0] : null;
}

export const removed = (mention) => mention.choice?.kind === "removed";

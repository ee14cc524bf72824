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

  /** Adds a mention and returns it, or `null` where another stands; one called no mention makes room. */
  take(link, added) {
    const there = this.mentions.filter((other) => other.start < link.end && link.start < other.end);
    if (!there.every(removed)) {
      return null;
    }
    const mention = { ...link, added, choice: null };
    this.mentions = this.mentions.filter((other) => !there.includes(other));
    this.mentions.push(mention);
    this.mentions.sort((a, b) => a.start - b.start);
    return mention;
  }

  /** Gives a mention a choice; one that the reader added and calls no mention is as if it had never been. */
  choose(mention, choice) {
    if (mention.added && choice?.kind === "removed") {
      this.mentions = this.mentions.filter((other) => other !== mention);
    } else {
      mention.choice = choice;
    }
  }

  at(start, end) {
    return this.mentions.find((mention) => mention.start === start && mention.end === end);
  }

  /** Brings the corrections of the same text along, as they belong to it and not to the model. */
  carry(older) {
    older.mentions.filter(changed).forEach((mention) => {
      const there = this.at(mention.start, mention.end);
      if (there) {
        there.choice = mention.choice ?? there.choice;
      } else if (!removed(mention)) {
        this.adopt(mention);
      }
    });
  }

  /** Takes a mention of another document over, in the place of what overlaps with it; returns its own copy. */
  adopt(mention) {
    const taken = chosen(mention);
    const choice = taken ? { kind: "concept", candidate: taken } : { kind: "none" };
    const there = this.at(mention.start, mention.end);
    if (there) {
      const same = taken && there.linked && there.candidates[0].concept === taken.concept;
      there.choice = same ? null : choice;
      return there;
    }
    this.mentions = this.mentions.filter((other) => other.end <= mention.start || mention.end <= other.start);
    const copy = this.take(mention, true);
    copy.choice = choice;
    return copy;
  }

  /** The words of a stretch of code points. */
  words(start, end) {
    return this.text.slice(this.offsets.unit(start), this.offsets.unit(end));
  }

  /** The first place of these words where no mention stands, or `null`. */
  free(words) {
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + 1)) {
      const start = this.offsets.point(at);
      const end = this.offsets.point(at + words.length);
      if (this.mentions.every((mention) => removed(mention) || end <= mention.start || mention.end <= start)) {
        return { start, end, words };
      }
    }
    return null;
  }

  /** Where its mentions stand, as the server wants them. */
  get places() {
    return this.mentions.filter((mention) => !removed(mention)).map(({ start, end, type }) => ({ start, end, type }));
  }

  get changes() {
    return this.mentions.filter(changed).length;
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

const changed = (mention) => mention.added || mention.choice;

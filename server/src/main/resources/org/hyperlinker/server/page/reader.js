// The text with its mentions. One of them is in the tab order; arrow keys move between them.

import { element, percent } from "./elements.js";
import { chosen, removed } from "./document.js";

export class Reader {
  constructor(place, choose) {
    this.place = place;
    this.choose = choose;
    this.marks = [];
    this.selected = null;
    place.addEventListener("keydown", (event) => this.key(event));
  }

  /** Shows a document; mentions of `differing` stand out. */
  show(linked, selected, differing = new Set()) {
    const focused = this.marks.indexOf(document.activeElement);
    if (linked !== this.linked) {
      this.selected = null;
    }
    this.linked = linked;
    const parts = [];
    let at = 0;
    this.marks = linked.mentions.map((mention) => {
      parts.push(linked.words(at, mention.start));
      at = mention.end;
      const mark = this.mark(mention, mention === selected, differing.has(`${mention.start}-${mention.end}`));
      parts.push(mark);
      return mark;
    });
    parts.push(linked.text.slice(linked.offsets.unit(at)));
    this.place.replaceChildren(...parts);
    const reachable = Math.max(0, linked.mentions.indexOf(selected));
    this.marks.forEach((mark, i) => (mark.tabIndex = i === reachable ? 0 : -1));
    if (focused >= 0 && this.marks.length > 0) {
      this.focus(Math.min(focused, this.marks.length - 1));
    }
  }

  mark(mention, selected, differs) {
    const concept = chosen(mention);
    const sure = !mention.choice && mention.probability != null ? `, ${percent(mention.probability)}` : "";
    const state = removed(mention) ? "removed" : (concept?.name ?? "no concept");
    const classes = ["mention", typeClass(mention.type)];
    if (removed(mention)) {
      classes.push("removed");
    } else if (!concept) {
      classes.push("unlinked");
    }
    if (mention.choice || mention.added) {
      classes.push("changed");
    }
    if (differs) {
      classes.push("differs");
    }
    return element(
      "span",
      {
        class: classes.filter(Boolean).join(" "),
        role: "button",
        "aria-pressed": String(selected),
        "aria-label": `${mention.text}: ${state}${mention.type ? `, ${mention.type}` : ""}${sure}`,
        title: `${state}${sure}`,
        on: { click: () => this.choose(mention) },
      },
      mention.text,
    );
  }

  /** Moves the focus to a mention. */
  focus(i) {
    this.marks.forEach((mark, other) => (mark.tabIndex = other === i ? 0 : -1));
    this.marks[i]?.focus();
  }

  focusMention(mention) {
    const i = this.linked.mentions.indexOf(mention);
    // One that is gone leaves the focus to what follows it.
    this.focus(i >= 0 ? i : this.linked.mentions.findIndex((other) => other.start >= mention.start));
  }

  /** Brings a mention to where the panel does not cover it. */
  reveal(mention) {
    this.marks[this.linked.mentions.indexOf(mention)]?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const i = this.marks.indexOf(event.target);
    if (i < 0) {
      return;
    }
    const last = this.marks.length - 1;
    const moves = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1, Home: 0, End: last };
    if (event.key in moves) {
      event.preventDefault();
      this.focus(Math.min(last, Math.max(0, moves[event.key])));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.choose(this.linked.mentions[i]);
    }
  }

  /**
   * Remembers the stretch of code points that is selected here, until another is or a document comes: pressing a button
   * or going to a field may end the selection. Returns whether something is selected.
   */
  select() {
    const selection = document.getSelection();
    if (selection.isCollapsed || !this.place.contains(selection.anchorNode) || !this.place.contains(selection.focusNode)) {
      return false;
    }
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.setStart(this.place, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const trimmed = words.trim();
    if (!trimmed) {
      return false;
    }
    const unit = before.toString().length + words.indexOf(trimmed);
    const { offsets } = this.linked;
    this.selected = { start: offsets.point(unit), end: offsets.point(unit + trimmed.length), words: trimmed };
    return true;
  }
}

/** The class of style of a mention's type. */
export const typeClass = (type) => (type ?? "").toLowerCase().replace(/[^a-z]/g, "");

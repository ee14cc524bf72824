// What the marks in the text mean.

import { element } from "./elements.js";
import { chosen, removed } from "./document.js";
import { typeClass } from "./reader.js";

/** A mark and its meaning for everything that is seen in a document. */
export function legend(linked, differing) {
  const { mentions } = linked;
  const types = [...new Set(mentions.map((mention) => mention.type ?? ""))].sort();
  const mark = (kind, words) => element("span", { class: `mention ${kind}` }, words);
  return [
    ...types.map((type) => mark(typeClass(type), type || "of no known type")),
    mentions.some((mention) => !chosen(mention) && !removed(mention)) ? mark("unlinked", "no concept") : null,
    mentions.some(removed) ? mark("removed", "no mention") : null,
    linked.changes > 0 ? mark("plain changed", "yours") : null,
    differing ? mark("plain differs", "linked differently") : null,
  ].filter(Boolean);
}

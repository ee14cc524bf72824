// Corrections as documents of Hyperlinker's corpus format JSONL.

import { element } from "./elements.js";
import { chosen, removed } from "./document.js";

/** A line for each document; ids begin with a prefix and are counted. */
export function asJsonl(documents, prefix) {
  return documents.map((linked, i) => `${JSON.stringify(line(linked, `${prefix}-${i + 1}`))}\n`).join("");
}

function line(linked, id) {
  const mentions = linked.mentions
    .filter((mention) => !removed(mention))
    .map((mention) => ({
      spans: [[mention.start, mention.end]],
      text: mention.text,
      type: mention.type ?? "",
      concepts: chosen(mention) ? [chosen(mention).concept] : [],
    }));
  return { id, passages: [{ type: "", offset: 0, text: linked.text, mentions }] };
}

/** Lets the browser save a text. */
export function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  const anchor = element("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

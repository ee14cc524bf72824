// Where two models differ on one text.

import { element } from "./elements.js";
import { chosen, removed } from "./document.js";

/** A mention that a document does not have and one that is called none are the same. */
const there = (mention) => Boolean(mention && !removed(mention));

const key = (mention) => `${mention.start}-${mention.end}`;

/** Pairs of mentions with other concepts, in text order; one of a pair may be missing. */
export function differences(first, second) {
  const pairs = new Map();
  first.mentions.forEach((mention) => pairs.set(key(mention), [mention, null]));
  second.mentions.forEach((mention) => {
    const pair = pairs.get(key(mention)) ?? [null, null];
    pairs.set(key(mention), [pair[0], mention]);
  });
  return [...pairs]
    .filter(([, [a, b]]) => there(a) !== there(b) || (there(a) && chosen(a)?.concept !== chosen(b)?.concept))
    .map(([place, pair]) => ({ place, pair }))
    .sort((a, b) => parseInt(a.place, 10) - parseInt(b.place, 10));
}

/** What a document says of a mention that the other one has. */
function name(mention) {
  if (!mention) {
    return "not linked";
  }
  return removed(mention) ? "no mention" : (chosen(mention)?.name ?? "no concept");
}

export function differenceTable(found, first, second) {
  if (found.length === 0) {
    return element("p", {}, `${first.system} and ${second.system} link this text alike.`);
  }
  return element(
    "table",
    {},
    element("caption", { class: "quiet" }, `${found.length} ${found.length === 1 ? "difference" : "differences"}`),
    element("thead", {}, element("tr", {}, ...["mention", first.system, second.system].map((text) => element("th", { scope: "col" }, text)))),
    element(
      "tbody",
      {},
      ...found.map(({ pair: [a, b] }) =>
        element("tr", {}, element("td", {}, (a ?? b).text), element("td", {}, name(a)), element("td", {}, name(b))),
      ),
    ),
  );
}

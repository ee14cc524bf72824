// Why a mention is linked as it is, in words and bars.

import { element, score } from "./elements.js";

const WORDS = {
  SAME_NAME: "it is one of its names",
  SAME_PREFERRED: "it is its preferred name",
  SAME_UNIQUE: "no other concept has this name",
  SAME_WORDS: "same words in another order",
  SAME_WRITTEN: "the abbreviation is one of its names",
  MEMORY_SHARE: "meant so in training",
  MEMORY_COUNT: "how often it meant so in training",
  MEMORY_OTHER: "how often it meant another",
  CONCEPT_COUNT: "how often the concept was meant at all",
  LIKENESS: "looks like the best name",
  LIKENESS_PREFERRED: "looks like the preferred name",
  SCORE_GAP: "the model's score",
  LOG_RANK: "the model's rank",
  FIRST: "the model's first choice",
  LEAD: "the model's lead",
  FIRST_ELSEWHERE: "linked elsewhere in this text",
  NAMED_ELSEWHERE: "named elsewhere in this text",
  BRANCH: "such types are of this branch",
};

const SHOWN = 8;

export function explanation(reasons) {
  const [first, second] = reasons.candidates;
  const place = element("div", { id: "explanation" }, element("h3", {}, "Why"));
  if (!first) {
    place.append(element("p", {}, "Nothing was found for it."));
    return place;
  }
  place.append(
    element("p", {}, `The name “${first.matched}” won for ${first.name}.`),
    ...read(reasons),
    element("p", {}, context(first, reasons.without_context)),
  );
  if (second) {
    place.append(element("h3", {}, `${first.name} before ${second.name}`), bars(differences(reasons, first, second)));
  }
  return place;
}

/** What the model read in the place of the mention's own words. */
function read({ mention, query }) {
  const said = query.expanded ? [`The abbreviation was read as “${query.expanded}”.`] : [];
  if (query.text !== mention && query.text !== query.expanded) {
    said.push(`The model read “${query.text}”.`);
  }
  return said.map((words) => element("p", {}, words));
}

function context(first, alone) {
  if (alone.length === 0) {
    return "Without the text around it nothing would be found.";
  }
  return alone[0].concept === first.concept
    ? "Without the text around it the link would be the same."
    : `Without the text around it the link would be ${alone[0].name} (${alone[0].concept}).`;
}

function differences(reasons, first, second) {
  return reasons.difference.length > 0
    ? reasons.difference.map((one) => [WORDS[one.name] ?? one.name, one.contribution])
    : [["the model's score", first.model_score - second.model_score]];
}

/** The largest by size, whichever side they speak for. */
function bars(all) {
  const shown = [...all].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, SHOWN);
  const most = Math.max(...shown.map(([, value]) => Math.abs(value)));
  return element(
    "dl",
    { class: "bars" },
    ...shown.flatMap(([words, value]) => [
      element("dt", {}, words),
      element("dd", { "aria-hidden": "true" }, bar(value, most)),
      element("dd", { class: "number" }, (value > 0 ? "+" : "") + score(value)),
    ]),
  );
}

function bar(value, most) {
  const name = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(name, "svg");
  const rect = document.createElementNS(name, "rect");
  const width = most === 0 ? 0 : (50 * Math.abs(value)) / most;
  svg.setAttribute("viewBox", "0 0 100 10");
  svg.setAttribute("preserveAspectRatio", "none");
  rect.setAttribute("class", value > 0 ? "for" : "against");
  rect.setAttribute("x", value > 0 ? 50 : 50 - width);
  rect.setAttribute("width", width);
  rect.setAttribute("height", 10);
  svg.append(rect);
  return svg;
}

// Definition, other names and places of a concept.

import { element } from "./elements.js";
import * as api from "./api.js";

const SYNONYMS = 12;

export async function showConcept(place, system, id) {
  let concept;
  try {
    concept = await api.concept(system, id);
  } catch (refusal) {
    place.replaceChildren(element("p", { class: "quiet" }, `Nothing more is known of ${id}: ${refusal.message}`));
    return;
  }
  place.replaceChildren(
    ...(concept.definition ? [heading("Definition"), element("p", {}, concept.definition)] : []),
    ...(concept.synonyms.length ? [heading("Also called"), synonyms(concept.synonyms)] : []),
    ...(concept.tree.length ? [heading("In the tree"), ...concept.tree.slice(0, 4).map((at) => path(at, concept.name))] : []),
  );
}

const heading = (text) => element("h3", {}, text);

function synonyms(names) {
  const more = names.length - SYNONYMS;
  return element("p", {}, names.slice(0, SYNONYMS).join("; ") + (more > 0 ? `; and ${more} more` : ""));
}

function path(at, name) {
  return element("p", { class: "path" }, [...at.path.map((above) => above.name), name].join(" › "), element("span", { class: "quiet" }, `  ${at.number}`));
}

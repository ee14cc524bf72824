// What is known of the chosen mention, and the means to correct it.

import { element, percent, score } from "./elements.js";
import { chosen, removed } from "./document.js";
import { showConcept } from "./concept.js";
import { explanation } from "./explain.js";
import * as api from "./api.js";

export class Panel {
  constructor(place, changed, closed) {
    this.place = place;
    this.changed = changed;
    this.closed = closed;
    this.empty = place.firstElementChild;
    place.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.close();
      }
    });
  }

  close() {
    const mention = this.mention;
    this.mention = null;
    this.place.replaceChildren(this.empty);
    document.body.classList.remove("open");
    if (mention) {
      this.closed(mention);
    }
  }

  show(linked, mention) {
    this.linked = linked;
    this.mention = mention;
    document.body.classList.add("open");
    this.fill();
    this.place.scrollTop = 0;
  }

  fill() {
    const { mention } = this;
    const concept = chosen(mention);
    this.details = element("div", {});
    this.why = element("div", {});
    this.place.replaceChildren(
      element("button", { type: "button", class: "close", "aria-label": "Close", on: { click: () => this.close() } }, "×"),
      element("h2", {}, mention.text),
      element("p", { class: "quiet" }, [mention.type, this.verdict(concept)].filter(Boolean).join(" · ")),
      mention.probability != null && !mention.choice ? this.sureness(mention.probability) : null,
      this.choices(concept),
      this.finder(),
      this.actions(),
      this.details,
      this.why,
    );
    if (concept) {
      showConcept(this.details, this.linked.system, concept.concept);
    }
  }

  verdict(concept) {
    if (removed(this.mention)) {
      return "not a mention";
    }
    if (!concept) {
      return "no concept";
    }
    return this.mention.choice ? "chosen by you" : "";
  }

  sureness(probability) {
    const bar = element("span", {});
    bar.style.width = `${probability * 100}%`;
    return element(
      "div",
      {},
      element("span", { class: "quiet" }, `${percent(probability)} sure`),
      element("div", { class: "sure", "aria-hidden": "true" }, bar),
    );
  }

  choices(concept) {
    const { mention } = this;
    const known = [...mention.candidates];
    const own = mention.choice?.candidate;
    if (own && !known.some((candidate) => candidate.concept === own.concept)) {
      known.unshift(own);
    }
    const items = known.map((candidate) => this.choice(candidate, concept?.concept === candidate.concept));
    const parts = mention.parts.map((part) =>
      element("p", { class: "quiet" }, `“${part.text}”: ${part.candidates[0]?.name ?? "no concept"}`),
    );
    return element(
      "fieldset",
      { class: "plain" },
      element("legend", { class: "quiet" }, "Concept, with the name that matched"),
      element("ul", { class: "candidates" }, ...items),
      ...parts,
    );
  }

  choice(candidate, checked) {
    return element(
      "li",
      {},
      element(
        "label",
        {},
        element("input", {
          type: "radio",
          name: "concept",
          value: candidate.concept,
          checked,
          on: { change: () => this.choose({ kind: "concept", candidate }) },
        }),
        element("span", {}, candidate.name),
        element("span", { class: "score", title: "score, comparable within this mention" }, score(candidate.score)),
        element("span", { class: "id" }, `${candidate.concept} · “${candidate.matched}”`),
      ),
    );
  }

  finder() {
    const input = element("input", { type: "search", id: "find", autocomplete: "off", "aria-label": "Find another concept", placeholder: "Find another concept" });
    const hits = element("ul", { class: "candidates", "aria-live": "polite" });
    return element(
      "form",
      {
        on: {
          submit: async (event) => {
            event.preventDefault();
            if (input.value.trim()) {
              const found = await api.search(this.linked.system, input.value).catch((refusal) => refusal);
              hits.replaceChildren(
                ...(found instanceof Error
                  ? [element("li", {}, found.message)]
                  : found.map((candidate) => this.choice(candidate, false))),
              );
            }
          },
        },
      },
      element("div", { class: "row" }, input, element("button", { type: "submit" }, "Find")),
      hits,
    );
  }

  actions() {
    const { mention } = this;
    const act = (text, choice) =>
      element(
        "button",
        { type: "button", "data-choice": choice?.kind ?? "undo", on: { click: () => this.choose(choice) } },
        text,
      );
    return element(
      "div",
      { class: "row" },
      act("No concept", { kind: "none" }),
      act("Not a mention", { kind: "removed" }),
      mention.choice ? act("Undo", null) : null,
      element("button", { type: "button", id: "why", on: { click: (event) => this.explain(event.currentTarget) } }, "Why?"),
    );
  }

  choose(choice) {
    const current = this.mention.candidates[0]?.concept;
    const same = choice?.kind === "concept" && this.mention.linked && choice.candidate.concept === current;
    this.mention.choice = same ? null : choice;
    this.fill();
    this.changed();
    (this.place.querySelector("input:checked") ?? this.place).focus();
  }

  async explain(button) {
    button.disabled = true;
    this.why.replaceChildren(element("p", { class: "quiet" }, "Looking for the reasons …"));
    const mention = this.mention;
    const place = this.why;
    try {
      place.replaceChildren(explanation(await api.explain(this.linked.system, this.linked.text, mention)));
    } catch (refusal) {
      place.replaceChildren(element("p", {}, refusal.message));
    }
    button.disabled = false;
  }
}

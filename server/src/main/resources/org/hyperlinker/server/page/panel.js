// What is known of the chosen mention, and the means to correct it.

import { element, percent, score } from "./elements.js";
import { chosen, removed } from "./document.js";
import { showConcept } from "./concept.js";
import { explanation } from "./explain.js";
import * as api from "./api.js";

/** What stays above a part that is scrolled to, in pixels. */
const MARGIN = 16;

export class Panel {
  /** `on` holds what is called: `changed`, `closed` with a mention, `adopt` with a mention of the compared document. */
  constructor(place, on) {
    this.place = place;
    this.on = on;
    this.empty = place.firstElementChild;
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.mention) {
        this.close();
      }
    });
  }

  /** Shows no mention any more and gives the focus back. */
  close() {
    const mention = this.mention;
    this.clear();
    this.on.closed(mention);
  }

  clear() {
    this.mention = null;
    this.place.replaceChildren(this.empty);
    document.body.classList.remove("open");
  }

  /** Shows a mention; `own` is false for one of the compared document, which is only looked at. */
  show(linked, mention, own = true) {
    this.linked = linked;
    this.mention = mention;
    this.own = own;
    document.body.classList.add("open");
    this.fill();
    this.place.scrollTop = 0;
    this.place.focus({ preventScroll: true });
  }

  fill() {
    const { mention, own } = this;
    const concept = chosen(mention);
    this.details = element("div", {});
    this.why = element("div", { "aria-live": "polite" });
    const parts = [
      element("button", { type: "button", class: "close", "aria-label": "Close", on: { click: () => this.close() } }, "×"),
      element("h2", {}, mention.text),
      element("p", { class: "quiet" }, [mention.type, this.verdict(concept), own ? "" : this.linked.system].filter(Boolean).join(" · ")),
      mention.probability != null && !mention.choice ? this.sureness(mention.probability) : null,
      own && mention.added ? this.type() : null,
      own ? this.choices(concept) : this.alternatives(),
      own ? this.finder() : null,
      this.actions(),
      this.why,
      this.details,
    ];
    this.place.replaceChildren(...parts.filter((part) => part !== null));
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

  /** The server gives no type to a mention that it did not find. */
  type() {
    const { mention } = this;
    const types = [...new Set(["Chemical", "Disease", ...this.linked.mentions.map((other) => other.type)])].filter(Boolean);
    const input = element("select", {
      id: "type",
      on: {
        change: () => {
          mention.type = input.value || null;
          this.on.changed();
        },
      },
    });
    input.append(...["", ...types].map((type) => element("option", { value: type, selected: type === (mention.type ?? "") }, type || "not said")));
    return element("div", { class: "row" }, element("label", { for: "type" }, "Type"), input);
  }

  choices(concept) {
    const { mention } = this;
    const known = [...mention.candidates];
    const own = mention.choice?.candidate;
    if (own && !known.some((candidate) => candidate.concept === own.concept)) {
      known.unshift(own);
    }
    const items = known.map((candidate) => this.choice(candidate, concept?.concept === candidate.concept));
    return element(
      "fieldset",
      { class: "plain" },
      element("legend", { class: "quiet" }, "Concept, with the name that matched"),
      element("ul", { class: "candidates" }, ...items),
      ...this.parts(),
    );
  }

  parts() {
    return this.mention.parts.map((part) => element("p", { class: "quiet" }, `“${part.text}”: ${part.candidates[0]?.name ?? "no concept"}`));
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
        ...described(candidate),
      ),
    );
  }

  /** Candidates of the compared document, to read only. */
  alternatives() {
    return element(
      "ol",
      { class: "candidates seen" },
      ...this.mention.candidates.map((candidate) => element("li", {}, ...described(candidate))),
      ...this.parts(),
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
              hits.replaceChildren(...this.hits(found));
            }
          },
        },
      },
      element("div", { class: "row" }, input, element("button", { type: "submit" }, "Find")),
      hits,
    );
  }

  hits(found) {
    if (found instanceof Error) {
      return [element("li", {}, found.message)];
    }
    return found.length === 0 ? [element("li", {}, "Nothing was found.")] : found.map((candidate) => this.choice(candidate, false));
  }

  actions() {
    const { mention, own } = this;
    const act = (text, choice) =>
      element(
        "button",
        { type: "button", "data-choice": choice?.kind ?? "undo", on: { click: () => this.choose(choice) } },
        text,
      );
    const corrections = own
      ? [act("No concept", { kind: "none" }), act("Not a mention", { kind: "removed" }), mention.choice ? act("Undo", null) : null]
      : [element("button", { type: "button", id: "adopt", on: { click: () => this.on.adopt(mention) } }, "Take this link")];
    return element(
      "div",
      { class: "row" },
      ...corrections,
      element("button", { type: "button", id: "why", on: { click: (event) => this.explain(event.currentTarget) } }, "Why?"),
    );
  }

  choose(choice) {
    const { mention } = this;
    const same = choice?.kind === "concept" && mention.linked && choice.candidate.concept === mention.candidates[0]?.concept;
    this.linked.choose(mention, same ? null : choice);
    if (!this.linked.mentions.includes(mention)) {
      this.close();
      return;
    }
    this.fill();
    this.on.changed();
    (this.place.querySelector("input:checked") ?? this.place).focus();
  }

  async explain(button) {
    const { mention, why } = this;
    button.disabled = true;
    why.replaceChildren(element("p", { class: "quiet" }, "Looking for the reasons …"));
    try {
      why.replaceChildren(explanation(await api.explain(this.linked.system, this.linked.text, mention)));
      this.place.scrollTop = button.offsetTop - MARGIN;
    } catch (refusal) {
      why.replaceChildren(element("p", {}, refusal.message));
    }
    button.disabled = false;
    if (document.activeElement === document.body) {
      // A disabled button loses the focus.
      button.focus({ preventScroll: true });
    }
  }
}

function described(candidate) {
  return [
    element("span", {}, candidate.name),
    element("span", { class: "score", title: "score, comparable within this mention" }, score(candidate.score)),
    element("span", { class: "id" }, `${candidate.concept} · “${candidate.matched}”`),
  ];
}

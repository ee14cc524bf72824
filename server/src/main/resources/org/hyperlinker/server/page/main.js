// Brings the parts of the page together.

import { element, find } from "./elements.js";
import { LinkedDocument } from "./document.js";
import { Corrections } from "./corrections.js";
import { Reader } from "./reader.js";
import { Panel } from "./panel.js";
import { legend } from "./legend.js";
import { differences, differenceTable } from "./compare.js";
import { asJsonl, save } from "./download.js";
import { receiveFiles } from "./files.js";
import * as api from "./api.js";

const EXAMPLE =
  "Heart attack and atrial fibrillation (AF) after lidocaine; AF ceased when the drug was stopped. " +
  "Two patients with chronic renal failure developed seizures under high doses of penicillin.";

let systems = [];
let linked = null;
let other = null;
let turn = 0;

const corrections = new Corrections();
const reader = new Reader(find("reader"), (mention) => choose(linked, mention));
const otherReader = new Reader(find("second-reader"), (mention) => choose(other, mention));
const panel = new Panel(find("panel"), {
  changed: redraw,
  closed: (mention) => {
    redraw();
    readerOf(mention).focusMention(mention);
  },
  adopt: (mention) => choose(linked, linked.adopt(mention)),
});

const readerOf = (mention) => (other?.mentions.includes(mention) ? otherReader : reader);

function say(text, bad = false) {
  find("status").textContent = text;
  find("status").classList.toggle("bad", bad);
}

function refused(refusal) {
  if (refusal.status === 401) {
    find("sign-in").hidden = false;
    find("token").focus();
  }
  say(refusal.message, true);
}

async function begin() {
  try {
    systems = await api.systems();
    find("sign-in").hidden = true;
    find("token").value = "";
    fill();
    say("Links appear here. Nothing leaves this server.");
  } catch (refusal) {
    refused(refusal);
  }
}

function fill() {
  const options = () => systems.map((system) => element("option", { value: system.name }, `${system.name} (${system.kind})`));
  find("system").replaceChildren(...options());
  find("other").replaceChildren(element("option", { value: "" }, "no other"), ...options());
  find("systems").hidden = systems.length < 2;
  describe();
}

function describe() {
  const system = systems.find(({ name }) => name === find("system").value);
  find("served").textContent =
    `${system.concepts.toLocaleString("en")} concepts by ${system.rows.toLocaleString("en")} names, linked by a ${system.kind}`;
}

/** Links the text that was written; corrections that were made to it before stay. */
async function linkText() {
  const text = find("text").value;
  if (!text.trim()) {
    say("There is no text yet. Paste one, or take the example.");
    find("text").focus();
    return;
  }
  await ask(text, find("system").value, find("other").value, true);
}

/** The second model links the mentions of the first: it is the models that are compared, not what finds mentions. */
async function ask(text, system, second, fresh) {
  const asked = ++turn;
  find("link").setAttribute("aria-disabled", "true");
  find("result").setAttribute("aria-busy", "true");
  say("Linking …");
  try {
    const first = fresh ? corrected(new LinkedDocument(system, text, await api.link(system, text))) : linked;
    const others = second ? await api.link(second, text, first.places) : null;
    if (asked === turn) {
      linked = first;
      find("result").hidden = false;
      other = others && new LinkedDocument(second, text, others);
      panel.clear();
      redraw();
      count();
    }
  } catch (refusal) {
    if (asked === turn) {
      refused(refusal);
    }
  } finally {
    if (asked === turn) {
      find("link").removeAttribute("aria-disabled");
      find("result").removeAttribute("aria-busy");
    }
  }
}

/** With what was corrected of the same text before. */
function corrected(document) {
  const before = corrections.of(document.text);
  if (before) {
    document.carry(before);
  }
  return document;
}

function count() {
  const { length } = linked.mentions;
  say(length === 0 ? "No mention was found. Select words to add one." : `${length} ${length === 1 ? "mention" : "mentions"}.`);
}

function redraw() {
  corrections.keep(linked);
  const found = other ? differences(linked, other) : [];
  const places = new Set(found.map((difference) => difference.place));
  reader.show(linked, panel.mention, places);
  find("second").hidden = find("first-name").hidden = find("differences").hidden = !other;
  if (other) {
    find("first-name").textContent = linked.system;
    find("second-name").textContent = other.system;
    otherReader.show(other, panel.mention, places);
    find("differences").replaceChildren(differenceTable(found, linked, other));
  }
  find("legend").replaceChildren(...legend(linked, found.length > 0));
  find("changes").textContent = corrections.summary;
}

function choose(document, mention) {
  panel.show(document, mention, document === linked);
  redraw();
  readerOf(mention).reveal(mention);
}

async function add(stretch) {
  const document = linked;
  try {
    // Among the others, which count in its link.
    const places = [...document.places, { start: stretch.start, end: stretch.end }];
    const compared = other;
    const [links, others] = await Promise.all([api.link(document.system, document.text, places), compared ? api.link(compared.system, document.text, places) : null]);
    if (document !== linked || compared !== other) {
      return;
    }
    const mention = document.take(links.find(({ start, end }) => start === stretch.start && end === stretch.end), true);
    if (!mention) {
      say("Another mention stands there; call it no mention first.", true);
      return;
    }
    other = others && new LinkedDocument(compared.system, document.text, others);
    find("words").value = "";
    reader.selected = null;
    say(`“${stretch.words}” is added.`);
    choose(document, mention);
  } catch (refusal) {
    refused(refusal);
  }
}

/** Where the words to add stand: what was selected, or else their first place without a mention. */
function stretchOf(words) {
  const selected = reader.selected;
  return selected && (!words || selected.words === words) ? selected : words && linked.free(words);
}

find("editor").addEventListener("submit", (event) => {
  event.preventDefault();
  linkText();
});
find("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    linkText();
  }
});
find("example").addEventListener("click", () => {
  find("text").value = EXAMPLE;
  linkText();
});
find("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  api.signIn(find("token").value);
  await begin();
});
find("add").addEventListener("submit", (event) => {
  event.preventDefault();
  const words = find("words").value.trim();
  const stretch = stretchOf(words);
  if (stretch) {
    add(stretch);
  } else {
    say(words ? `“${words}” does not stand in the text, or is marked already.` : "Select a mention in the text, or write its words.", true);
  }
});
document.addEventListener("selectionchange", () => {
  if (linked && reader.select()) {
    find("words").value = reader.selected.words;
  }
});
find("download").addEventListener("click", () => {
  save("corrections.jsonl", asJsonl(corrections.count === 0 ? [linked] : corrections.documents, `corrected-${Date.now()}`));
  corrections.savedNow();
});
find("other").addEventListener("change", () => linked && ask(linked.text, linked.system, find("other").value, false));
find("system").addEventListener("change", () => {
  describe();
  if (linked) {
    ask(linked.text, find("system").value, find("other").value, true);
  }
});
receiveFiles(
  (text) => {
    find("text").value = text;
    linkText();
  },
  (fault) => say(fault, true),
);

begin();

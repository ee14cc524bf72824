// Brings the parts of the page together.

import { element, find } from "./elements.js";
import { LinkedDocument } from "./document.js";
import { Reader } from "./reader.js";
import { Panel } from "./panel.js";
import { differences, differenceTable } from "./compare.js";
import { asJsonl, save } from "./download.js";
import * as api from "./api.js";

const EXAMPLE =
  "Heart attack and atrial fibrillation (AF) after lidocaine; AF ceased when the drug was stopped. " +
  "Two patients with chronic renal failure developed seizures under high doses of penicillin.";

let linked = null;
let other = null;

const reader = new Reader(find("reader"), choose);
const otherReader = new Reader(find("second-reader"), () => {});
const panel = new Panel(find("panel"), redraw, (mention) => {
  redraw();
  reader.focusMention(mention);
});

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
    const systems = await api.systems();
    find("sign-in").hidden = true;
    fill(systems);
    say("Links appear here. Nothing leaves this server.");
  } catch (refusal) {
    refused(refusal);
  }
}

function fill(systems) {
  const options = () => systems.map((system) => element("option", { value: system.name }, `${system.name} (${system.kind})`));
  find("system").replaceChildren(...options());
  find("other").replaceChildren(element("option", { value: "" }, "no other"), ...options());
  find("system-choice").hidden = find("other-choice").hidden = systems.length < 2;
  const [first] = systems;
  find("served").textContent =
    `${first.concepts.toLocaleString("en")} concepts by ${first.rows.toLocaleString("en")} names, linked by a ${first.kind}`;
}

async function linkText() {
  const text = find("text").value;
  if (!text.trim()) {
    say("There is no text yet. Paste one, or take the example.");
    find("text").focus();
    return;
  }
  const system = find("system").value;
  const second = find("other").value;
  find("link").disabled = true;
  say("Linking …");
  try {
    panel.close();
    const [links, others] = await Promise.all([
      api.link(system, text),
      second ? api.link(second, text) : null,
    ]);
    linked = new LinkedDocument(system, text, links);
    other = others && new LinkedDocument(second, text, others);
    find("result").hidden = false;
    redraw();
    const count = linked.mentions.length;
    say(count === 0 ? "No mention was found. Select words to add one." : `${count} ${count === 1 ? "mention" : "mentions"}.`);
  } catch (refusal) {
    refused(refusal);
  } finally {
    find("link").disabled = false;
  }
}

function redraw() {
  if (!linked) {
    return;
  }
  const found = other ? differences(linked, other) : [];
  const places = new Set(found.map((difference) => difference.place));
  reader.show(linked, panel.mention, places);
  find("second").hidden = find("first-name").hidden = find("differences").hidden = !other;
  if (other) {
    find("first-name").textContent = linked.system;
    find("second-name").textContent = other.system;
    otherReader.show(other, null, places);
    find("differences").replaceChildren(differenceTable(found, linked, other));
  }
  legend();
  const changes = linked.changes;
  find("changes").textContent = changes === 0 ? "" : `${changes} ${changes === 1 ? "correction" : "corrections"}`;
}

function legend() {
  const types = [...new Set(linked.mentions.map((mention) => mention.type ?? ""))].sort();
  find("legend").replaceChildren(
    ...types.map((type) => element("span", { class: `mention ${type.toLowerCase()}` }, type || "of no known type")),
    ...(linked.mentions.some((mention) => !mention.linked) ? [element("span", { class: "mention unlinked" }, "no concept")] : []),
  );
}

function choose(mention) {
  panel.show(linked, mention);
  redraw();
  reader.reveal(mention);
  find("panel").focus({ preventScroll: true });
}

async function add(stretch) {
  try {
    const [link] = await api.link(linked.system, linked.text, [{ start: stretch.start, end: stretch.end }]);
    if (!linked.take(link, true)) {
      say("Another mention stands there; call it no mention first.", true);
      return;
    }
    find("words").value = "";
    say(`“${stretch.words}” is added.`);
    choose(linked.mentions.find((mention) => mention.start === link.start));
  } catch (refusal) {
    refused(refusal);
  }
}

/** The first place of these words where no mention stands. */
function occurrence(words) {
  for (let at = linked.text.indexOf(words); at >= 0; at = linked.text.indexOf(words, at + 1)) {
    const start = linked.offsets.point(at);
    const end = linked.offsets.point(at + words.length);
    if (!linked.mentions.some((mention) => mention.start < end && start < mention.end)) {
      return { start, end, words };
    }
  }
  return null;
}

async function open(file) {
  find("text").value = await file.text();
  linkText();
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
find("file").addEventListener("change", (event) => event.target.files[0] && open(event.target.files[0]));
find("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  api.signIn(find("token").value);
  begin();
});
find("add").addEventListener("submit", (event) => {
  event.preventDefault();
  const words = find("words").value.trim();
  const stretch = reader.selection() ?? (words && occurrence(words));
  if (stretch) {
    add(stretch);
  } else {
    say(words ? `“${words}” does not stand in the text, or is marked already.` : "Select a mention in the text, or write its words.");
  }
});
document.addEventListener("selectionchange", () => {
  const stretch = linked && reader.selection();
  if (stretch) {
    find("words").value = stretch.words;
  }
});
find("download").addEventListener("click", () => save("corrections.jsonl", asJsonl(linked, `corrected-${Date.now()}`)));
find("other").addEventListener("change", () => linked && linkText());
find("system").addEventListener("change", () => linked && linkText());

const area = find("text");
area.addEventListener("dragover", (event) => {
  event.preventDefault();
  area.classList.add("over");
});
area.addEventListener("dragleave", () => area.classList.remove("over"));
area.addEventListener("drop", (event) => {
  area.classList.remove("over");
  const [file] = event.dataTransfer.files;
  if (file) {
    event.preventDefault();
    open(file);
  }
});

begin();

// The texts that were corrected in this visit, until they are downloaded.

export class Corrections {
  constructor() {
    this.byText = new Map();
    this.saved = "";
    window.addEventListener("beforeunload", (event) => {
      if (this.unsaved) {
        event.preventDefault();
      }
    });
  }

  /** Keeps what was corrected of a text before another takes its place. */
  keep(linked) {
    if (linked.changes > 0) {
      this.byText.set(linked.text, linked);
    } else {
      this.byText.delete(linked.text);
    }
  }

  of(text) {
    return this.byText.get(text);
  }

  get documents() {
    return [...this.byText.values()];
  }

  get count() {
    return this.documents.reduce((sum, linked) => sum + linked.changes, 0);
  }

  /** In words, for people. */
  get summary() {
    const texts = this.byText.size;
    const many = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;
    return texts === 0 ? "" : many(this.count, "correction") + (texts > 1 ? ` in ${many(texts, "text")}` : "");
  }

  /** Whether something would be lost with the page. */
  get unsaved() {
    return this.byText.size > 0 && this.state() !== this.saved;
  }

  savedNow() {
    this.saved = this.state();
  }

  state() {
    return JSON.stringify(this.documents.map(({ text, mentions }) => [text, mentions.map(({ start, end, type, choice }) => [start, end, type, choice])]));
  }
}

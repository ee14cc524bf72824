// Text files, opened or dropped anywhere on the page.

import { find } from "./elements.js";

/** Calls back with the text of each file, or with what is wrong with it. */
export function receiveFiles(opened, refused) {
  const area = find("text");

  async function read(file) {
    try {
      // UTF-8 or nothing: other bytes would become wrong letters and wrong offsets without a word.
      opened(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()).replaceAll("\r\n", "\n"));
    } catch {
      refused(`“${file.name}” is no text in UTF-8.`);
    }
  }

  find("file").addEventListener("change", ({ target }) => {
    if (target.files[0]) {
      read(target.files[0]);
      target.value = "";
    }
  });
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      area.classList.add("over");
    }
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || area.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    area.classList.remove("over");
    const [file] = event.dataTransfer.files;
    if (file) {
      event.preventDefault();
      read(file);
    }
  });
}

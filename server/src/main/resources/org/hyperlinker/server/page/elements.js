// Elements without markup in strings.

/** An element with attributes and children; `on` holds listeners, `null` children are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") {
      Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
    } else if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value != null) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

export const find = (id) => document.getElementById(id);

/** A probability for people; none is called certain. */
export const percent = (probability) => (probability >= 0.995 ? "over 99 %" : `${Math.round(probability * 100)} %`);

/** With a minus sign, which is as wide as a plus. */
export const score = (value) => value.toFixed(2).replace("-", "−");

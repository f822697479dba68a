const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

function escaped(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(escaped).join("");
  return String(value ?? "").replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}

/** A template whose values are escaped, except those that are templates themselves. */
export function html(parts, ...values) {
  return new Markup(parts.reduce((text, part, index) => text + escaped(values[index - 1]) + part));
}

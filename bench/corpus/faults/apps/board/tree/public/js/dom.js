/** An element with properties and children. */
export function el(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

export function panel(...children) {
  const place = byId('panel');
  if (place) place.replaceChildren(...children);
}

import { store } from "../state.js";

/** An element that renders a template and renders it again when what it watches changes. */
export class BaseElement extends HTMLElement {
  #endings = [];

  connectedCallback() {
    this.connected();
  }

  disconnectedCallback() {
    for (const end of this.#endings.splice(0)) end();
  }

  connected() {
    this.render();
  }

  watch(select) {
    this.#endings.push(store.subscribe(select, () => this.render()));
  }

  /** Calls the handler with the element inside this one that the event came from. */
  on(type, selector, handler) {
    const listener = (event) => {
      const found = event.target.closest(selector);
      if (found) handler(found, event);
    };
    this.addEventListener(type, listener);
    this.#endings.push(() => this.removeEventListener(type, listener));
  }

  render() {
    this.innerHTML = this.template(store.state);
  }
}

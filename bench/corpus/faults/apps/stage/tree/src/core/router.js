/** Shows the element of the address behind the hash; what follows its name becomes `data-key`. */
export class Router {
  onchange = () => {};

  constructor(outlet, routes) {
    this.outlet = outlet;
    this.routes = routes;
  }

  start(fallback) {
    window.addEventListener("hashchange", () => this.#show());
    if (location.hash) this.#show();
    else location.hash = fallback;
  }

  #show() {
    const [, name, key = ""] = location.hash.split("/");
    const element = document.createElement(this.routes[name] ?? this.routes.shows);
    element.dataset.key = key;
    this.onchange(name);
    this.outlet.replaceChildren(element);
  }
}

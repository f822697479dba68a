import { BaseElement } from "../core/base-element.js";
import { html } from "../core/html.js";
import { onHttpError } from "../core/http.js";
import { when } from "../format.js";
import { loadShows } from "../services/shows.js";

class ShowList extends BaseElement {
  connected() {
    this.watch(({ shows }) => shows);
    loadShows().catch(onHttpError(({ message }) => this.replaceChildren(message)));
  }

  template({ shows }) {
    return html`
      <h1>${shows.length} shows</h1>
      ${shows.map(
        ({ id, title, startsAt }) => html`<p><a href="#/show/${id}">${title}</a> ${when(startsAt)}</p>`,
      )}
    `;
  }
}

customElements.define("show-list", ShowList);

import { BaseElement } from "../core/base-element.js";
import { html } from "../core/html.js";
import { onHttpError } from "../core/http.js";
import { money, parseSeat, seatCode } from "../format.js";
import { addSeat } from "../services/basket.js";
import { loadPlan, loadShows, showAfter, showOf } from "../services/shows.js";
import { store } from "../state.js";

const STATES = {
  free: { text: "free", open: true },
  held: { text: "held for somebody", open: false },
  sold: { text: "sold", open: false },
};

class ShowDetails extends BaseElement {
  connected() {
    this.on("click", "[data-seat]", ({ dataset }) => this.choose(dataset.seat));
    this.on("click", "[data-next]", () => {
      location.hash = `#/show/${showAfter(store.state, this.dataset.key).id}`;
    });
    this.load().catch(onHttpError(({ message }) => this.replaceChildren(message)));
  }

  async load() {
    await loadShows();
    if (!showOf(store.state, this.dataset.key)) {
      this.textContent = "There is no such show";
      return;
    }
    this.watch(({ plan }) => plan);
    await loadPlan(this.dataset.key);
  }

  choose(code) {
    const { row, number } = parseSeat(code);
    const { prices } = showOf(store.state, this.dataset.key);
    addSeat(this.dataset.key, { row, number, price: prices[row] });
  }

  template(state) {
    const show = showOf(state, this.dataset.key);
    return html`
      <button type="button" data-next>Next show</button>
      <h1>${show.title}</h1>
      <p>Directed by ${show.director?.name ?? "the ensemble"}</p>
      ${state.plan ? this.plan(state.plan, show) : "Loading the seats"}
    `;
  }

  plan({ showId, seats }, { id, prices }) {
    if (showId !== id) return "Loading the seats";
    return seats.map((seat) => {
      const { text, open } = STATES[seat.state] ?? { text: seat.state, open: false };
      const code = seatCode(seat);
      const price = money(prices[seat.row] ?? 0);
      return open
        ? html`<button type="button" data-seat="${code}">Take ${code} for ${price}</button>`
        : html`<p>${code} is ${text}</p>`;
    });
  }
}

customElements.define("show-details", ShowDetails);

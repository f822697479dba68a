import { BaseElement } from "../core/base-element.js";
import { html } from "../core/html.js";
import { onHttpError } from "../core/http.js";
import { money } from "../format.js";
import { loadMoreOrders, takings } from "../services/orders.js";
import { store } from "../state.js";

class OrderHistory extends BaseElement {
  connected() {
    this.on("click", "[data-more]", () => loadMoreOrders());
    this.watch(({ orders }) => orders);
    if (store.state.orders.length > 0) return;
    loadMoreOrders().catch(onHttpError(({ message }) => this.replaceChildren(message)));
  }

  template({ orders, moreOrders }) {
    return html`
      <h1>${orders.length} orders</h1>
      ${orders.map(
        ({ number, show, seats, total }) =>
          html`<p>${number}: ${show}, ${seats.join(" and ")}, ${money(total)}</p>`,
      )}
      ${takings(orders).map(({ show, sum }) => html`<p>${show} brings in ${money(sum)}</p>`)}
      ${moreOrders ? html`<button type="button" data-more>Older orders</button>` : "No older orders"}
    `;
  }
}

customElements.define("order-history", OrderHistory);

import { BaseElement } from "../core/base-element.js";
import { html } from "../core/html.js";
import { HttpError } from "../core/http.js";
import { money, seatCode } from "../format.js";
import { emptyBasket, totalOf } from "../services/basket.js";
import { applyCoupon } from "../services/coupons.js";
import { placeOrder } from "../services/orders.js";
import { store } from "../state.js";

class BasketView extends BaseElement {
  message = "";

  connected() {
    this.on("click", "[data-apply]", () => this.useCoupon());
    this.on("click", "[data-order]", () => this.order());
    this.watch(({ basket }) => basket);
    this.watch(({ coupon }) => coupon);
  }

  async useCoupon() {
    const code = this.querySelector("#coupon").value.trim();
    if (await applyCoupon(code)) return;
    this.say(`There is no coupon ${code}`);
  }

  async order() {
    const { basket, coupon } = store.state;
    try {
      const { number } = await placeOrder(basket, coupon);
      emptyBasket();
      this.say(`Order ${number} is placed`);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      this.say(error.message);
    }
  }

  say(message) {
    this.message = message;
    this.render();
  }

  template({ basket, coupon }) {
    return html`
      <h1>Basket</h1>
      ${basket.seats.map((seat) => html`<p>Seat ${seatCode(seat)} for ${money(seat.price)}</p>`)}
      <p>${money(totalOf(basket, coupon))} in all</p>
      <label for="coupon">Coupon</label>
      <input id="coupon" />
      <button type="button" data-apply>Use coupon</button>
      <button type="button" data-order>Place order</button>
      <p>${this.message}</p>
    `;
  }
}

customElements.define("basket-view", BasketView);

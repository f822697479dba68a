import { http } from "../services/http.js";

class SalesTicker extends HTMLElement {
  connectedCallback() {
    this.textContent = "No sales yet";
    this.timer = setInterval(() => this.ask(), 600);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async ask() {
    const sales = await http.get("/sales").catch(() => null);
    if (sales) this.textContent = `${sales.sold} sold today`;
  }
}

customElements.define("sales-ticker", SalesTicker);

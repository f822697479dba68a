import { Router } from "./core/router.js";
import "./elements/basket-view.js";
import "./elements/order-history.js";
import "./elements/sales-ticker.js";
import "./elements/show-details.js";
import "./elements/show-list.js";
import { showBasketCount } from "./basket-count.js";
import { reportView } from "./services/views.js";

showBasketCount();

const router = new Router(document.getElementById("outlet"), {
  shows: "show-list",
  show: "show-details",
  basket: "basket-view",
  orders: "order-history",
});

router.onchange = reportView;
router.start("#/shows");

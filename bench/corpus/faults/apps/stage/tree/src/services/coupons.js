import { store } from "../state.js";
import { HttpError } from "../core/http.js";
import { http } from "./http.js";

/** Whether there is such a coupon. */
export async function applyCoupon(code) {
  try {
    const { percent } = await http.post("/coupons", { code });
    store.set({ coupon: { code, percent } });
    return true;
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return false;
    throw error;
  }
}

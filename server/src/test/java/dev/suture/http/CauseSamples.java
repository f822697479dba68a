package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.cause.chain.Cause;
import java.util.List;
import java.util.Map;

/// What the API answers about a cause, for the golden sample.
final class CauseSamples {
  private CauseSamples() {}

  static Map<String, Object> answers() {
    return Map.of(
        "Cause",
        new Cause(
            "shop-1",
            Bodies.EVENT,
            Bodies.EVENT,
            true,
            "Exchange x4 held the bad value, 180 ms before the failure.",
            new Cause.Expression(
                "src/Checkout.tsx",
                41,
                "c".repeat(40),
                "cart.items[0].price",
                "cart.items[0]",
                "undefined"),
            new Cause.Answered(
                "x4", "POST", "https://shop.example/api/cart", 200, 180, "$.items[0]", "missing"),
            null,
            new Cause.Trigger(2, "click", 420),
            "src/Checkout.tsx",
            List.of(
                new Cause.Suspect(
                    "d".repeat(40),
                    "Ada",
                    Bodies.AT,
                    "Show the first price",
                    "#12",
                    "src/Checkout.tsx",
                    "It wrote the line that threw.")),
            List.of(new Cause.Fixed("develop", "develop", "e".repeat(40))),
            List.of(
                new Cause.Fact(
                    "exchange",
                    "The code asks for it, and it was answered with status 200, 180 ms before the"
                        + " failure.",
                    "POST https://shop.example/api/cart")),
            List.of(
                new Cause.Candidate(
                    "exchange",
                    "x4",
                    "POST https://shop.example/api/cart",
                    "$.items[0]",
                    "missing",
                    97,
                    List.of(
                        "holds exactly what the expression cannot use",
                        "the code reads exactly this",
                        "the last of its kind before the failure")),
                new Cause.Candidate(
                    "storage",
                    null,
                    "localStorage.getItem('cart')",
                    null,
                    null,
                    0,
                    List.of("what stood there fits the expression")))));
  }
}

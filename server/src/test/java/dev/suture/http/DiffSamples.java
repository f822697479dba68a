package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.diff.ChangeKind;
import dev.suture.diff.Hunk;
import dev.suture.diff.Narrowing;
import dev.suture.diff.ScopeCheck;
import dev.suture.diff.Smallest;
import java.util.List;
import java.util.Map;

/// What the API answers about what a hotfix changes, for the golden samples.
final class DiffSamples {
  private DiffSamples() {}

  static Map<String, Object> answers() {
    ScopeCheck.Place place = new ScopeCheck.Place("src/Cart.tsx", "export function total(cart) {");
    Hunk hunk =
        new Hunk(
            "src/Cart.tsx",
            ChangeKind.production,
            "export function total(cart) {",
            3,
            List.of("  return cart.items;\n"),
            List.of("  return cart.items ?? [];\n", "  // why\n"),
            false);
    Hunk idle =
        new Hunk(
            "src/Cart.tsx", ChangeKind.production, "", 3, List.of(), List.of("  // why\n"), false);
    return Map.of(
        "DiffScope",
        new ScopeCheck.Scope(
            2,
            3,
            Map.of(ChangeKind.production, 1),
            List.of("src/Cart.tsx"),
            List.of("package.json"),
            List.of("src/api.ts"),
            List.of(place),
            List.of(place),
            List.of(place),
            List.of(new ScopeCheck.Place("package.json", "dependency")),
            new ScopeCheck.Size(2, 40, false)),
        "NarrowingView",
        new DiffApi.NarrowingView(
            new Narrowing(
                "hotfix-shop-1-checkout",
                Bodies.COMMIT,
                Narrowing.State.done,
                Bodies.AT,
                4,
                null,
                new Smallest(
                    Bodies.COMMIT,
                    Bodies.COMMIT,
                    List.of(
                        new Smallest.Piece(hunk, Smallest.Verdict.needed, List.of(idle)),
                        new Smallest.Piece(idle, Smallest.Verdict.notNeeded, List.of())),
                    3,
                    3,
                    Bodies.COMMIT),
                "hotfix-shop-1-checkout-narrow-01234567"),
            false));
  }
}

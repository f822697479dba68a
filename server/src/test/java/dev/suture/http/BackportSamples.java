package dev.suture.http;

import dev.suture.carry.Carry;
import dev.suture.carry.ForgeSite;
import dev.suture.carry.Picked;
import dev.suture.cause.Bodies;
import dev.suture.hotfix.Hotfix;
import java.util.List;
import java.util.Map;

/// What the API answers about backports, for the golden samples.
final class BackportSamples {
  private BackportSamples() {}

  static Map<String, Object> answers() {
    Hotfix hotfix = Bodies.hotfix(true);
    return Map.of(
        "Backports",
        new BackportApi.Backported(
            List.of(
                new Carry(
                    hotfix.id(),
                    "shop",
                    "develop",
                    new Carry.Plan(
                        "develop",
                        "backport-hotfix-shop-1-checkout-to-develop-4a4f6d2",
                        Bodies.COMMIT,
                        Bodies.COMMIT,
                        Bodies.COMMIT,
                        List.of(Bodies.COMMIT),
                        Bodies.AT),
                    Carry.State.conflicted,
                    Bodies.COMMIT,
                    "https://forge.example/team/shop/pull/7",
                    List.of(
                        new Picked.Conflict(
                            "src/Checkout.tsx",
                            "both sides changed the same lines",
                            List.of(
                                new Picked.Hunk(
                                    "another way\n",
                                    "ground\n",
                                    "ground, mended\n",
                                    12,
                                    hotfix.commits(),
                                    hotfix.commits())))),
                    hotfix.commits(),
                    List.of("CHANGELOG.md: changelog entries joined"),
                    List.of("The project's checks pass."),
                    "Push the resolved change."))),
        "ProjectForge",
        new BackportApi.ForgeView(
            ForgeSite.Kind.github, "https://github.com", "team/shop", "00112233"));
  }
}

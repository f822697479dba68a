package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.repro.Proof;
import dev.suture.repro.ReproVerdict;
import dev.suture.repro.Run;
import dev.suture.repro.Sighting;
import dev.suture.repro.export.Exported;
import dev.suture.repro.minimal.Minimal;
import java.util.List;
import java.util.Map;

/// What the API answers about proofs and reproductions, for the golden samples.
final class ProofSamples {
  private ProofSamples() {}

  static Map<String, Object> answers() {
    Run red =
        new Run(
            Run.Seen.failed,
            "The captured failure came at the step that it was captured at.",
            3,
            List.of("GET https://shop.example/api/tips"),
            940);
    ReproVerdict gone = new ReproVerdict.NotReproduced(3);
    Proof proof =
        new Proof(
            "hotfix-shop-1-checkout",
            "shop",
            "shop-1",
            Bodies.EVENT,
            side("live", new ReproVerdict.Reproduced(1), List.of(red)),
            side("fix", gone, List.of()),
            new Proof.Checks("npm test", true, null),
            new Proof.Checks("npm run validate", true, null),
            Bodies.AT,
            "5e1f".repeat(16));
    return Map.of(
        "ReproductionTest",
        new Exported(
            "e2e",
            List.of(
                new Exported.File("shop-1.spec.ts", "import { test } from '@playwright/test';\n"),
                new Exported.File("shop-1.har", "{}\n")),
            3,
            "Only what the failure needs: 3 of 90 steps."),
        "ProofView",
        new ProofApi.ProofView(proof, proof.standing(), true, false, proof.says()),
        "ReproductionView",
        new ReproductionApi.ReproductionView(
            "capture",
            Bodies.EVENT,
            List.of(
                new ReproductionApi.StepView("navigate", null, "https://shop.example/"),
                new ReproductionApi.StepView("click", "Checkout", null)),
            7,
            new ReproductionApi.MinimalView(
                Minimal.State.done,
                11,
                List.of(new ReproductionApi.StepView("navigate", null, "https://shop.example/")),
                List.of(
                    new ReproductionApi.ExchangeView(
                        "GET", "https://shop.example/api/cart", 200, true)),
                true,
                null),
            false,
            null,
            List.of(
                new Sighting(
                    "shop-1",
                    "develop",
                    Bodies.COMMIT,
                    gone,
                    0.8,
                    List.of(),
                    Bodies.AT,
                    "3 passed"))));
  }

  private static Proof.Side side(String which, ReproVerdict verdict, List<Run> runs) {
    return new Proof.Side(
        Bodies.COMMIT,
        verdict,
        0.5,
        runs,
        List.of(new Proof.Shown(which + "-screenshot.png", 20_481, "0a".repeat(32))));
  }
}

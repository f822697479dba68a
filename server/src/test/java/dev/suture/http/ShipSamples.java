package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.ship.Forecast;
import dev.suture.ship.Gate;
import dev.suture.ship.Ship;
import dev.suture.ship.ShipPolicy;
import dev.suture.ship.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the API answers about a ship, for the golden samples.
final class ShipSamples {
  private ShipSamples() {}

  static Map<String, Object> answers() {
    Gate.Waiver waiver =
        new Gate.Waiver(
            Gate.proof, "Ada", "no such device", Bodies.AT, Bodies.AT.plus(Duration.ofHours(24)));
    return Map.of(
        "ShipView",
        new ShipApi.ShipView(
            ship(waiver),
            List.of(
                new Gate.Told(Gate.proof, Gate.State.waived, "Not reported.", null, waiver),
                new Gate.Told(Gate.alone, Gate.State.passed, "No other.", "ci", null)),
            new Forecast(
                "session",
                List.of(
                    new Forecast.AtStage("canary", 28.5, 95.0, 240),
                    new Forecast.AtStage("everyone", 28.5, null, 240)))),
        "GateAnswer",
        new PromotionGate.GateAnswer("hold", 0, "Not shown yet."));
  }

  private static Ship ship(Gate.Waiver waiver) {
    ShipPolicy policy =
        new ShipPolicy(
            5,
            60,
            List.of(Gate.proof, Gate.checks, Gate.alone),
            "npm test",
            "npm run validate",
            List.of(new Stage("canary", 1, 10), new Stage("everyone", 100, 30)),
            240,
            "deploy.sh",
            "https://deploy.example/back");
    return new Ship(
        "hotfix-shop-1-checkout",
        "shop",
        new Ship.Plan(
            "shop@1.4.1",
            Bodies.COMMIT,
            "account:1",
            "Ada",
            Bodies.AT,
            policy,
            new Ship.Version("shop@1.4.0", Bodies.COMMIT)),
        new Ship.Progress(Ship.State.baking, 0, Bodies.AT, 2, 0, "It bakes."),
        new Ship.Signed(
            List.of(new Ship.Approval("account:2", "Grace", Bodies.COMMIT, Bodies.AT)),
            List.of(waiver),
            List.of(
                new Ship.Check(
                    Gate.checks, Bodies.COMMIT, true, "npm test", "token:1", "ci", Bodies.AT))),
        List.of(new Ship.Note(Bodies.AT, "Proposed by Ada.")));
  }
}

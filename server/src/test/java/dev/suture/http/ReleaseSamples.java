package dev.suture.http;

import dev.suture.capture.Part;
import dev.suture.cause.Bodies;
import dev.suture.event.Artifact;
import dev.suture.feedback.Feedback;
import dev.suture.feedback.FeedbackStore;
import dev.suture.health.Health;
import dev.suture.health.HealthStore.Bucket;
import dev.suture.health.Tally;
import dev.suture.hotfix.Hotfix;
import dev.suture.monitor.CheckIn;
import dev.suture.monitor.Monitor;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the API answers about releases, feedback and monitors, for the golden samples.
final class ReleaseSamples {
  private ReleaseSamples() {}

  static Map<String, Object> answers() {
    Tally tally = new Tally(200, 12, 1, 4, 0);
    Health health = new Health(tally, 90, 3, 0.98, 0.966, 0.75, -0.01);
    ReleaseApi.ReleaseRow row =
        new ReleaseApi.ReleaseRow(
            "shop@1.4.0",
            Bodies.AT,
            null,
            "4a4f6d2c0a6f0f4f8c4b1f6f8f0f1d2e3c4b5a69",
            Bodies.AT,
            Bodies.AT.plusSeconds(60),
            31,
            2,
            health,
            Collections.nCopies(24, 8L),
            List.of(Bodies.live()));
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(
        "Releases", new ReleaseApi.ReleaseList(List.of("production"), 168, health, List.of(row)));
    answers.put(
        "ReleaseDetail",
        new ReleaseApi.ReleaseDetail(
            row,
            null,
            List.of("production"),
            168,
            List.of(new Bucket(Bodies.AT, tally, 90, 3)),
            List.of(Bodies.issue()),
            List.of(),
            new ReleaseApi.Commits(
                List.of(new Hotfix.Commit("4a4f6d2c", "Price the cart", "Ada", Bodies.AT)), null),
            List.of(Bodies.live()),
            1,
            List.of(
                new Artifact(
                    1,
                    null,
                    "shop@1.4.0",
                    "~/assets/app.js",
                    4096,
                    Bodies.AT,
                    "artifacts/1/0011"))));
    Feedback feedback =
        new Feedback(
            Bodies.EVENT,
            Bodies.AT,
            "I pressed the button twice.",
            "Ada",
            "ada@example.org",
            Bodies.EVENT,
            "https://shop.example/pay",
            "shop@1.4.0",
            "production",
            "widget",
            List.of(new Part("note.txt", "text/plain", 5, "feedback/1/x/0")));
    answers.put(
        "FeedbackList",
        new FeedbackApi.FeedbackList(List.of(new FeedbackStore.Line(feedback, "shop-1")), "1.aa"));
    answers.put(
        "Monitors",
        new FeedbackApi.Monitors(
            List.of(
                new Monitor(
                    new CheckIn(
                        "nightly",
                        "production",
                        CheckIn.Status.ok,
                        Bodies.AT,
                        Duration.ofMillis(12_500)),
                    41,
                    1))));
    return answers;
  }
}

package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.deploy.Deployment;
import dev.suture.deploy.Deployment.Kind;
import dev.suture.dora.Benchmarks;
import dev.suture.dora.History;
import dev.suture.dora.History.Change;
import dev.suture.dora.History.Declared;
import dev.suture.dora.History.Word;
import dev.suture.dora.Imports;
import dev.suture.dora.Report;
import dev.suture.dora.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API answers about deliveries, for the golden samples.
final class DoraSamples {
  private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
  private static final Word WORD =
      new Word(
          1, 4, true, hour(60), "Checkout was down in one region.", "account:1", "Olga", hour(58));

  private DoraSamples() {}

  private static Instant hour(int hour) {
    return MONDAY.plus(Duration.ofHours(hour));
  }

  private static Deployment deployed(int id, String release, int hour, Kind kind) {
    return new Deployment(
        id,
        "shop",
        "production",
        release,
        Bodies.COMMIT,
        kind,
        hour(hour),
        hour(hour).minusSeconds(300),
        id == 1 ? "everyone" : null,
        "github",
        "80" + id,
        "https://github.com/shop/shop/actions/runs/" + id);
  }

  private static Report report() {
    History history =
        new History(
            "shop",
            List.of(
                deployed(1, "shop@1.4.0", 10, Kind.normal),
                deployed(2, "shop@1.5.0", 30, Kind.normal),
                deployed(3, "shop@1.5.1", 33, Kind.hotfix),
                deployed(4, "shop@1.6.0", 56, Kind.normal)),
            List.of(new Declared("hotfix-shop-1-checkout", "shop@1.5.0", hour(31), 3L)),
            List.of(),
            List.of(WORD),
            List.of(new Change(1, Bodies.COMMIT, hour(4), null, null)),
            hour(70));
    return Report.of(List.of(history), new Window(MONDAY, hour(72), Window.Step.day));
  }

  static Map<String, Object> answers() {
    Report report = report();
    List<DoraApi.Judged> judged = report.outcomes().stream().map(DoraApi.Judged::of).toList();
    return Map.of(
        "Dora",
        new DoraApi.Dora(
            report.window().from(),
            report.window().to(),
            "day",
            "production",
            List.of("production", "staging"),
            List.of("till"),
            List.of(
                new DoraApi.ServiceRow(
                    "shop", List.of("till"), DoraApi.Summary.of(report.whole()))),
            report.whole(),
            report.trend().stream().map(DoraApi.Piece::of).toList(),
            judged.stream().filter(DoraApi.Judged::failed).toList(),
            report.compared(),
            Benchmarks.KNOWN,
            true),
        "Timeline",
        new TimelineApi.Timeline(
            "shop",
            "production",
            List.of("production"),
            MONDAY,
            hour(72),
            judged,
            List.of(
                new TimelineApi.RatePoint(hour(29), 400, 2),
                new TimelineApi.RatePoint(hour(30), 380, 31))),
        "ImportProgress",
        new Imports.Progress(
            "csv",
            false,
            false,
            12,
            9,
            1,
            1,
            1,
            List.of(
                new Imports.Problem(5, "The column at is a time such as 2026-04-01T12:00:00Z.")),
            null),
        "DeploymentWord",
        WORD,
        "Hook",
        hook(null));
  }

  private static HookApi.HookView hook(@Nullable String secret) {
    return new HookApi.HookView(
        List.of("/hooks/shop/github", "/hooks/shop/gitlab"), MONDAY, "Olga", secret);
  }
}

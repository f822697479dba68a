package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.ReleaseGuard;
import dev.suture.line.Line;
import dev.suture.line.LineGraph;
import dev.suture.line.LineRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the API answers about lines, for the golden samples.
final class LineSamples {
  private LineSamples() {}

  static Map<String, Object> answers() {
    Hotfix hotfix = Bodies.hotfix(true);
    return Map.of(
        "LineGraph",
        new LineGraph(
            List.of(
                new Line(Line.PRODUCTION, "master", Line.Role.production, null),
                new Line(Line.DEVELOP, "develop", Line.Role.develop, null),
                new Line(
                    "support/1.x", "support/1.x", Line.Role.release, LocalDate.of(2027, 1, 31))),
            List.of(
                new LineRules.Edge("support/1.x", "production"),
                new LineRules.Edge("production", "develop"))),
        "GuardedRelease",
        new ReleaseGuard.Judged(
            Bodies.COMMIT,
            "develop",
            List.of(
                new ReleaseGuard.Owed(
                    hotfix.id(),
                    hotfix.head(),
                    hotfix.commits(),
                    Hotfix.Presence.missing,
                    "No commit on develop brings this change.")),
            List.of()));
  }
}

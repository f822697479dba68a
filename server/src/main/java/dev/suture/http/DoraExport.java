package dev.suture.http;

import dev.suture.deploy.Deployment;
import dev.suture.dora.Figures;
import dev.suture.dora.History;
import dev.suture.dora.Outcome;
import dev.suture.dora.Report;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures and what they are made from, for other programs: rows as CSV and JSON, gauges for
/// Prometheus.
final class DoraExport {
  private static final String HEAD =
      "service,environment,release,commit,kind,stage,started,at,source,key,link,"
          + "failed,provisional,evidence,recovered,remedy";

  private final DoraApi.Rooms rooms;
  private final InstantSource clock;

  DoraExport(DoraApi.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Api.operator("GET", "/dora/export", this::export),
        Api.operator("GET", "/dora/metrics", this::metrics));
  }

  private Answer export(Call call) {
    DoraQuery query = DoraQuery.of(call, rooms, clock.instant());
    Report report = Report.of(query.histories(rooms.gathering()), query.window());
    return switch (Asked.given(call, "format").orElse("json")) {
      case "csv" ->
          Answer.text(200, "text/csv", csv(report.outcomes()))
              .with("Content-Disposition", "attachment; filename=deployments.csv");
      case "json" ->
          Answer.json(
              200,
              new Exported(
                  query.window().from(),
                  query.window().to(),
                  query.environment(),
                  report.whole(),
                  report.outcomes().stream().map(DoraApi.Judged::of).toList()));
      default -> throw Refusal.invalid("format is csv or json.", null);
    };
  }

  private static String csv(List<Outcome> outcomes) {
    StringBuilder out = new StringBuilder(HEAD).append("\r\n");
    for (Outcome outcome : outcomes) {
      Deployment last = outcome.delivery().last();
      Outcome.Recovery recovery = outcome.recovery();
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(last.project());
      cells.add(last.environment());
      cells.add(last.release());
      cells.add(last.commit());
      cells.add(last.kind());
      cells.add(last.stage());
      cells.add(outcome.delivery().started());
      cells.add(last.at());
      cells.add(last.source());
      cells.add(last.key());
      cells.add(last.link());
      cells.add(outcome.failed());
      cells.add(outcome.provisional());
      cells.add(String.join(" ", outcome.evidence().stream().map(e -> e.kind().name()).toList()));
      cells.add(recovery == null ? null : recovery.to());
      cells.add(recovery == null ? null : recovery.remedy());
      out.append(String.join(",", cells.stream().map(DoraExport::cell).toList())).append("\r\n");
    }
    return out.toString();
  }

  /// Quoted where it must be; what a spreadsheet would take for a formula gets an apostrophe ahead.
  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private Answer metrics(Call call) {
    DoraQuery query = DoraQuery.of(call, rooms, clock.instant());
    Exposition out = new Exposition(query.environment());
    for (History history : query.histories(rooms.gathering())) {
      Figures figures = Report.of(List.of(history), query.window()).whole();
      String service = history.service();
      out.gauge("deployments", "in the stretch of time", service, (double) figures.frequency().n());
      out.gauge("deployments_per_day", "of every kind", service, figures.frequency().perDay());
      out.gauge("lead_time_seconds", "median", service, figures.leadTime().median());
      out.gauge("recovery_seconds", "median by Kaplan and Meier", service, median(figures));
      out.gauge("change_fail_ratio", "of settled ones", service, figures.changeFail().value());
      out.gauge("rework_ratio", "unplanned of all", service, figures.rework().value());
      out.gauge("open_failures", "not over yet", service, (double) figures.recovery().open());
    }
    return Answer.text(200, "text/plain; version=0.0.4", out.text());
  }

  private static @Nullable Double median(Figures figures) {
    return figures.recovery().median();
  }

  record Exported(
      Instant from,
      Instant to,
      String environment,
      Figures figures,
      List<DoraApi.Judged> deployments) {}
}

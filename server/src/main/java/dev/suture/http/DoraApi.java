package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.account.TeamStore;
import dev.suture.deploy.Deployment;
import dev.suture.dora.Benchmarks;
import dev.suture.dora.Compatibility;
import dev.suture.dora.DeliveryStore;
import dev.suture.dora.Evidence;
import dev.suture.dora.Figures;
import dev.suture.dora.Gathering;
import dev.suture.dora.History;
import dev.suture.dora.History.Word;
import dev.suture.dora.Outcome;
import dev.suture.dora.Report;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The delivery figures, and what people say of deployments.
public final class DoraApi {
  /// Failed deployments that one answer has at most.
  private static final int MOST_SHOWN = 200;

  private static final int LONGEST_REASON = 500;
  private static final int LOOKED_THROUGH = 20_000;

  private final Rooms rooms;
  private final InstantSource clock;

  /// @param teams whose services are whose
  public record Rooms(
      Api.Rooms api, Gathering gathering, DeliveryStore deliveries, TeamStore teams) {}

  private DoraApi(Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  public static List<Route> routes(Rooms rooms, InstantSource clock) {
    DoraApi api = new DoraApi(rooms, clock);
    List<Route> routes = new ArrayList<>();
    routes.add(Api.operator("GET", "/dora", api::figures));
    routes.add(
        Api.operator("POST", "/projects/{slug}/deployments/{id}/words", api::say)
            .needing(Scope.releaseWrite, Scope.failureWrite));
    routes.addAll(new DoraExport(rooms, clock).routes());
    routes.addAll(new TimelineApi(rooms, clock).routes());
    return routes;
  }

  private Answer figures(Call call) {
    DoraQuery query = DoraQuery.of(call, rooms, clock.instant());
    List<History> histories = query.histories(rooms.gathering());
    Report report = Report.of(histories, query.window());
    List<ServiceRow> services = new ArrayList<>();
    for (History history : histories) {
      services.add(
          new ServiceRow(
              history.service(),
              query.teamsOf(history.service()),
              Summary.of(Report.of(List.of(history), query.window()).whole())));
    }
    return Answer.json(
        200,
        new Dora(
            query.window().from(),
            query.window().to(),
            query.window().step().name(),
            query.environment(),
            query.environments(),
            query.teams(),
            services,
            report.whole(),
            report.trend().stream().map(Piece::of).toList(),
            report.outcomes().stream()
                .filter(each -> each.failed() || !each.words().isEmpty())
                .limit(MOST_SHOWN)
                .map(Judged::of)
                .toList(),
            report.compared(),
            Benchmarks.KNOWN,
            histories.stream().anyMatch(each -> !each.deployments().isEmpty())));
  }

  private Answer say(Call call) throws IOException {
    Project project = rooms.api().project(call.param("slug"));
    String id = call.param("id");
    Deployment deployment =
        rooms.api().deployments().all(project.slug(), LOOKED_THROUGH).stream()
            .filter(each -> Long.toString(each.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("This project has no deployment with this id."));
    NewWord wanted = call.json(NewWord.class);
    Boolean failed = wanted.failed();
    String reason = wanted.reason() == null ? "" : line(wanted.reason());
    if (failed == null || reason.isBlank()) {
      throw Refusal.invalid(
          "Whether it failed, and why, belong together.",
          "Send {\"failed\": true, \"reason\": \"checkout was down\"}.");
    }
    Instant recovered = wanted.recovered();
    if (recovered != null && (!failed || recovered.isBefore(deployment.at()))) {
      throw Refusal.invalid(
          "Only what failed recovers, and not before it was deployed.",
          "Leave recovered out while it is not well, or when it did not fail.");
    }
    Principal who = call.principal();
    Word word =
        new Word(
            0,
            deployment.id(),
            failed,
            recovered == null ? null : DeploymentApi.past(recovered, clock),
            reason,
            who.actor(),
            who.name(),
            clock.instant());
    return Answer.json(201, rooms.deliveries().say(project.slug(), word));
  }

  private static String line(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON);
  }

  /// @param any whether anything was ever deployed into the environment
  record Dora(
      Instant from,
      Instant to,
      String step,
      String environment,
      List<String> environments,
      List<String> teams,
      List<ServiceRow> services,
      Figures figures,
      List<Piece> trend,
      List<Judged> failures,
      List<Compatibility.Count> compared,
      Benchmarks benchmarks,
      boolean any) {}

  record ServiceRow(String service, List<String> teams, Summary summary) {}

  /// The five figures without what surrounds them.
  record Summary(
      int deployments,
      @Nullable Double perDay,
      @Nullable Double leadTime,
      @Nullable Double recovery,
      int failures,
      @Nullable Double changeFail,
      @Nullable Double rework) {
    static Summary of(Figures figures) {
      return new Summary(
          figures.frequency().n(),
          figures.frequency().perDay(),
          figures.leadTime().median(),
          figures.recovery().median(),
          figures.recovery().n(),
          figures.changeFail().value(),
          figures.rework().value());
    }
  }

  record Piece(Instant from, Instant to, Summary summary) {
    static Piece of(Report.Point point) {
      return new Piece(point.from(), point.to(), Summary.of(point.figures()));
    }
  }

  /// A deployment with what became of it.
  record Judged(
      Deployment deployment,
      Instant started,
      boolean failed,
      boolean provisional,
      List<Evidence> evidence,
      List<Word> words,
      Outcome.@Nullable Recovery recovery) {
    static Judged of(Outcome outcome) {
      return new Judged(
          outcome.delivery().last(),
          outcome.delivery().started(),
          outcome.failed(),
          outcome.provisional(),
          outcome.evidence(),
          outcome.words(),
          outcome.recovery());
    }
  }

  record NewWord(@Nullable Boolean failed, @Nullable String reason, @Nullable Instant recovered) {}
}

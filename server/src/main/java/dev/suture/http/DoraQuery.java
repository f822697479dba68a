package dev.suture.http;

import dev.suture.account.Team;
import dev.suture.deploy.Live;
import dev.suture.dora.Gathering;
import dev.suture.dora.History;
import dev.suture.dora.Window;
import dev.suture.project.Project;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a call for figures asks for. It sees the caller's projects, and of teams those that have
/// one of them.
///
/// @param services slugs, those that are looked at
/// @param environments all that these were deployed into
/// @param all every team that the caller may know of
record DoraQuery(
    List<String> services,
    String environment,
    List<String> environments,
    Window window,
    List<Team> all,
    Instant now) {
  private static final Duration USUAL = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(3_660);

  static DoraQuery of(Call call, DoraApi.Rooms rooms, Instant now) {
    List<String> seen =
        Asked.given(call, "project")
            .map(slug -> List.of(rooms.api().project(call, slug).slug()))
            .orElseGet(
                () ->
                    rooms.api().projects().all().stream()
                        .filter(project -> call.principal().reach().has(project.id()))
                        .map(Project::slug)
                        .toList());
    List<Team> teams =
        rooms.teams().all().stream()
            .filter(team -> team.projects().stream().anyMatch(call.principal().reach()::has))
            .toList();
    List<String> services =
        Asked.given(call, "team")
            .map(
                slug -> {
                  List<String> its =
                      teams.stream()
                          .filter(team -> team.slug().equals(slug))
                          .findFirst()
                          .orElseThrow(() -> Refusal.notFound("There is no team with this slug."))
                          .projects();
                  return seen.stream().filter(its::contains).toList();
                })
            .orElse(seen);
    List<String> environments =
        services.stream()
            .flatMap(each -> rooms.gathering().environments(each).stream())
            .distinct()
            .sorted()
            .toList();
    return new DoraQuery(
        services,
        Asked.given(call, "environment").orElse(Live.ENVIRONMENT),
        environments,
        window(call, now),
        teams,
        now);
  }

  private static Window window(Call call, Instant now) {
    Instant to = time(call, "to").orElse(now);
    Instant from = time(call, "from").orElse(to.minus(USUAL));
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Refusal.invalid(
          "The stretch of time ends after it begins, ten years later at most.",
          "Send from and to as 2026-04-01, or leave them out for the last 90 days.");
    }
    String step = Asked.given(call, "step").orElse(usualStep(from, to).name());
    return Arrays.stream(Window.Step.values())
        .filter(each -> each.name().equals(step))
        .findFirst()
        .map(each -> new Window(from, to, each))
        .orElseThrow(() -> Refusal.invalid("step is day, week or month.", null));
  }

  private static Window.Step usualStep(Instant from, Instant to) {
    long days = Duration.between(from, to).toDays();
    return days <= 21 ? Window.Step.day : days <= 400 ? Window.Step.week : Window.Step.month;
  }

  /// A day, or an instant.
  static Optional<Instant> time(Call call, String name) {
    return Asked.given(call, name)
        .map(
            text -> {
              try {
                return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
              } catch (DateTimeException noTime) {
                throw Refusal.invalid(
                    "from and to are days or instants.",
                    "Write 2026-04-01 or 2026-04-01T12:00:00Z.");
              }
            });
  }

  List<History> histories(Gathering gathering) {
    return services.stream().map(each -> gathering.of(each, environment, now)).toList();
  }

  List<String> teams() {
    return all.stream().map(Team::slug).toList();
  }

  List<String> teamsOf(String service) {
    return all.stream().filter(team -> team.projects().contains(service)).map(Team::slug).toList();
  }
}

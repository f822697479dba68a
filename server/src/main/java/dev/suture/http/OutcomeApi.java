package dev.suture.http;

import dev.suture.ingest.OutcomeStore.HourTally;
import dev.suture.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How everything that arrived for a project ended, over time.
final class OutcomeApi {
  private static final Duration MOST = Duration.ofDays(92);
  private static final int MOST_STEPS = 1_000;
  private static final Map<String, Duration> INTERVALS =
      Map.of("hour", Duration.ofHours(1), "day", Duration.ofDays(1));

  private final Api.Rooms rooms;
  private final InstantSource clock;

  OutcomeApi(Api.Rooms rooms, InstantSource clock) {
    this.rooms = rooms;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Api.operator("GET", "/projects/{slug}/outcomes", this::outcomes));
  }

  private Answer outcomes(Call call) {
    Project project = rooms.project(call.param("slug"));
    Instant to = call.query("to").map(OutcomeApi::instant).orElseGet(clock::instant);
    Instant from =
        call.query("from").map(OutcomeApi::instant).orElseGet(() -> to.minus(Duration.ofDays(1)));
    String name = call.query("interval").orElse("hour");
    Duration interval = INTERVALS.get(name);
    if (interval == null) {
      throw Refusal.invalid("An interval is 'hour' or 'day'.", "Send ?interval=hour.");
    }
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(MOST) > 0) {
      throw Refusal.invalid("Outcomes are asked for at most 92 days, from before to.", null);
    }
    long step = interval.toSeconds();
    long first = Math.floorDiv(from.getEpochSecond(), step);
    long last = Math.floorDiv(to.getEpochSecond() - 1, step);
    int steps = (int) (last - first + 1);
    if (steps > MOST_STEPS) {
      throw Refusal.invalid(
          "That is more than 1,000 steps.", "Send ?interval=day, or a shorter time.");
    }
    Map<Place, List<Long>> counts = new LinkedHashMap<>();
    Instant begin = Instant.ofEpochSecond(first * step);
    Instant end = Instant.ofEpochSecond((last + 1) * step);
    for (HourTally tally : rooms.outcomes().hours(project.id(), begin, end)) {
      List<Long> series =
          counts.computeIfAbsent(
              new Place(tally.category(), tally.outcome(), tally.reason()),
              _ -> new ArrayList<>(Collections.nCopies(steps, 0L)));
      int at = (int) (Math.floorDiv(tally.hour().getEpochSecond(), step) - first);
      series.set(at, series.get(at) + tally.count());
    }
    return Answer.json(
        200,
        new Outcomes(
            begin,
            end,
            step,
            counts.entrySet().stream()
                .map(
                    each ->
                        new Series(
                            each.getKey().category(),
                            each.getKey().outcome(),
                            each.getKey().reason(),
                            each.getValue().stream().mapToLong(Long::longValue).sum(),
                            each.getValue()))
                .toList()));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw Refusal.invalid(
          "An instant is written as in ISO-8601, in UTC.", "Send 2026-11-20T10:00:00Z.");
    }
  }

  private record Place(String category, String outcome, String reason) {}

  record Outcomes(Instant from, Instant to, long stepSeconds, List<Series> series) {}

  record Series(String category, String outcome, String reason, long total, List<Long> counts) {}
}

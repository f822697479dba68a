package dev.suture.bench;

import dev.suture.event.Event;
import dev.suture.event.scrub.EventScrub;
import dev.suture.event.scrub.Scrubber;
import dev.suture.ingest.Arrival;
import dev.suture.project.Settings;
import dev.suture.project.Settings.Method;
import dev.suture.project.Settings.Rule;
import dev.suture.sentry.SentryDecoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What scrubbing costs an event of a fleet, with the usual rules and with some of a project's own.
final class Scrubbing implements Benchmark {
  private static final int EVENTS = 2_000;
  private static final int ROUNDS = 40;

  @Override
  public String name() {
    return "scrubbing";
  }

  @Override
  public String about() {
    return "secrets and personal data taken out of events, by time an event";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    progress.say("decoding " + EVENTS + " events of the mix");
    List<Event> events = new ArrayList<>();
    SentryDecoder decoder = new SentryDecoder();
    for (Payloads.Body body : Payloads.mix(EVENTS, 5)) {
      Event event =
          decoder
              .decodeAll(
                  new Arrival(
                      1,
                      Instant.EPOCH,
                      Arrival.Wire.sentryEnvelope,
                      "gzip",
                      "203.0.113.7",
                      body.gzip()))
              .getFirst()
              .event();
      if (event != null) {
        events.add(event);
      }
    }
    byte[] salt = {1, 2, 3};
    Scrubber usual = Scrubber.of(Settings.Scrubbing.DEFAULT, salt);
    Scrubber own =
        Scrubber.of(
            new Settings.Scrubbing(
                true,
                false,
                List.of("customer_no"),
                List.of("extra.keep"),
                List.of(
                    new Rule("$user.email", "anything", "", Method.hash, ""),
                    new Rule("$string", "pattern", "ORD-[0-9]+", Method.mask, ""),
                    new Rule("extra.'my key'", "anything", "", Method.remove, ""))),
            salt);
    double[] byEvent = measure(events, usual);
    progress.say("the same with three rules of a project");
    double[] withRules = measure(events, own);
    return List.of(
        Row.lower("scrubbing: event, median", at(byEvent, 0.5), "us", 10.0, "the usual rules"),
        Row.lower("scrubbing: event, p99", at(byEvent, 0.99), "us", null, "the usual rules"),
        Row.lower("scrubbing: event, mean", mean(byEvent), "us", null, "the usual rules"),
        Row.lower(
            "scrubbing: event with rules, median", at(withRules, 0.5), "us", null, "3 rules"));
  }

  /// The best of the rounds for each event: the others were disturbed.
  private static double[] measure(List<Event> events, Scrubber scrubber) {
    double[] best = new double[events.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    long kept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < best.length; i++) {
        long begin = System.nanoTime();
        Event clean = EventScrub.scrub(scrubber, events.get(i), null);
        best[i] = Math.min(best[i], (System.nanoTime() - begin) / 1_000.0);
        kept += clean.tags().size();
      }
    }
    if (kept < 0) {
      throw new IllegalStateException("nothing was scrubbed");
    }
    return best;
  }

  private static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}

package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Deployment.Kind;
import dev.suture.dora.History.Change;
import dev.suture.dora.History.Declared;
import dev.suture.dora.History.WatchEnd;
import dev.suture.dora.History.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Histories of a shop, told day by day.
final class Histories {
  static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  private final List<Deployment> deployments = new ArrayList<>();
  private final List<Declared> hotfixes = new ArrayList<>();
  private final List<WatchEnd> watches = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  static Instant hour(double hours) {
    return MONDAY.plus(Duration.ofMinutes(Math.round(hours * 60)));
  }

  /// Its id is how many there are.
  Histories deployed(String release, double atHour, Kind kind) {
    return staged(release, atHour, kind, null);
  }

  Histories staged(String release, double atHour, Kind kind, @Nullable String stage) {
    deployments.add(
        new Deployment(
            deployments.size() + 1,
            "shop",
            "production",
            release,
            null,
            kind,
            hour(atHour),
            null,
            stage,
            null,
            null,
            null));
    return this;
  }

  Histories declared(
      String hotfix, @Nullable String release, double atHour, @Nullable Long remedy) {
    hotfixes.add(new Declared(hotfix, release, hour(atHour), remedy));
    return this;
  }

  Histories watched(
      long deployment, String verdict, @Nullable Double alarmed, @Nullable Double calm) {
    watches.add(
        new WatchEnd(
            deployment,
            verdict,
            alarmed == null ? null : hour(alarmed),
            calm == null ? null : hour(calm)));
    return this;
  }

  Histories said(long deployment, boolean failed, double atHour, @Nullable Double recovered) {
    return said(deployment, failed, atHour, recovered, "account:1");
  }

  Histories said(
      long deployment, boolean failed, double atHour, @Nullable Double recovered, String by) {
    words.add(
        new Word(
            words.size() + 1,
            deployment,
            failed,
            recovered == null ? null : hour(recovered),
            "seen in the shop",
            by,
            "Olga",
            hour(atHour)));
    return this;
  }

  Histories changed(long deployment, double committedHour) {
    changes.add(
        new Change(
            deployment, "%040x".formatted(changes.size() + 1), hour(committedHour), null, null));
    return this;
  }

  /// A merge request with commits at these hours.
  Histories merged(long deployment, double mergedHour, double... committedHours) {
    String by = "%040x".formatted(1_000 + changes.size());
    for (double committed : committedHours) {
      changes.add(
          new Change(
              deployment,
              "%040x".formatted(changes.size() + 1),
              hour(committed),
              by,
              hour(mergedHour)));
    }
    return this;
  }

  History until(double nowHour) {
    return new History("shop", deployments, hotfixes, watches, words, changes, hour(nowHour));
  }
}

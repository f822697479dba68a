package dev.suture.ingest.limit;

import dev.suture.ingest.limit.Usage.Used;
import dev.suture.project.Category;
import dev.suture.project.Limit;
import dev.suture.project.Limit.Per;
import dev.suture.project.ProjectKey;
import dev.suture.project.SettingsStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Says at the door what of a delivery is within the limits of its key and its project. Rates are
/// buckets in memory. Quotas count in memory too; what was counted is handed to [Usage] every few
/// seconds, so a crash gives back no more than those.
public final class Allowance {
  private static final int MOST_BUCKETS = 100_000;

  private final SettingsStore settings;
  private final Usage usage;
  private final Map<Place, Bucket> buckets = new ConcurrentHashMap<>();
  private final Map<Counted, Long> counted = new ConcurrentHashMap<>();
  private final Map<Counted, Long> unsaved = new ConcurrentHashMap<>();

  /// @param owner the key's value, or the project's number
  private record Place(String owner, Limit limit) {}

  /// @param beginning of the hour, day or month
  private record Counted(
      long project, String key, @Nullable Category category, Per per, Instant beginning) {}

  /// What of a delivery may come in.
  ///
  /// @param over what is over a limit
  /// @param backoffs what its sender should hold back
  public record Verdict(Set<Category> over, List<Backoff> backoffs) {
    static final Verdict FREE = new Verdict(Set.of(), List.of());
  }

  /// @param now the quotas that run then go on where they were
  public Allowance(SettingsStore settings, Usage usage, Instant now) {
    this.settings = settings;
    this.usage = usage;
    for (Used used : usage.since(beginning(Per.month, now))) {
      Category category = used.category().isEmpty() ? null : Category.valueOf(used.category());
      for (Per per : Per.values()) {
        Instant begun = per.isQuota() ? beginning(per, now) : Instant.MAX;
        if (!used.hour().isBefore(begun)) {
          counted.merge(
              new Counted(used.project(), used.key(), category, per, begun),
              used.times(),
              Long::sum);
        }
      }
    }
  }

  /// Whether there is any limit to ask of.
  public boolean asks(ProjectKey key) {
    return !key.limits().isEmpty() || !settings.of(key.project()).limits().project().isEmpty();
  }

  /// What an SDK says of itself always comes in: without it nobody knows what it held back.
  ///
  /// @param contents how many of what are in the delivery
  public Verdict ask(ProjectKey key, Map<Category, Integer> contents, Instant now) {
    if (!asks(key)) {
      return Verdict.FREE;
    }
    Set<Category> over = EnumSet.noneOf(Category.class);
    List<Backoff> backoffs = new ArrayList<>();
    List<Limit> ofProject = settings.of(key.project()).limits().project();
    for (Category category : contents.keySet()) {
      if (category == Category.internal) {
        continue;
      }
      Backoff backoff = wait(key, key.limits(), category, now);
      backoff = backoff == null ? wait(key, ofProject, category, now) : backoff;
      if (backoff != null) {
        over.add(category);
        add(backoffs, backoff);
      }
    }
    contents.forEach(
        (category, count) -> {
          if (!over.contains(category) && category != Category.internal) {
            take(key, category, count, now);
          }
        });
    return new Verdict(over, List.copyOf(backoffs));
  }

  /// One that is there already for the same reason and as long takes its categories in.
  private static void add(List<Backoff> backoffs, Backoff one) {
    for (int i = 0; i < backoffs.size(); i++) {
      Backoff other = backoffs.get(i);
      boolean same =
          other.seconds() == one.seconds()
              && other.scope().equals(one.scope())
              && other.reason().equals(one.reason());
      if (same && (other.categories().isEmpty() || one.categories().isEmpty())) {
        backoffs.set(i, new Backoff(one.seconds(), List.of(), one.scope(), one.reason()));
        return;
      }
      if (same) {
        List<Category> both = new ArrayList<>(other.categories());
        both.addAll(one.categories());
        backoffs.set(i, new Backoff(one.seconds(), List.copyOf(both), one.scope(), one.reason()));
        return;
      }
    }
    backoffs.add(one);
  }

  /// @return null when nothing is over
  private @Nullable Backoff wait(
      ProjectKey key, List<Limit> limits, Category category, Instant now) {
    boolean ofKey = limits == key.limits();
    Backoff longest = null;
    for (Limit limit : limits) {
      if (limit.category() != null && limit.category() != category) {
        continue;
      }
      int seconds =
          limit.per().isQuota()
              ? quotaWait(key, ofKey, limit, now)
              : bucket(key, ofKey, limit, now).wait(now);
      if (seconds > 0 && (longest == null || seconds > longest.seconds())) {
        longest =
            new Backoff(
                seconds,
                limit.category() == null ? List.of() : List.of(limit.category()),
                ofKey ? "key" : "project",
                limit.per().isQuota() ? "quota_" + limit.per() : "rate_limit");
      }
    }
    return longest;
  }

  private int quotaWait(ProjectKey key, boolean ofKey, Limit limit, Instant now) {
    Instant begun = beginning(limit.per(), now);
    long used =
        counted.getOrDefault(
            new Counted(
                key.project(), ofKey ? key.value() : "", limit.category(), limit.per(), begun),
            0L);
    if (used < limit.most()) {
      return 0;
    }
    return (int) Math.max(1, ChronoUnit.SECONDS.between(now, end(limit.per(), begun)));
  }

  private Bucket bucket(ProjectKey key, boolean ofKey, Limit limit, Instant now) {
    if (buckets.size() > MOST_BUCKETS) {
      buckets.clear();
    }
    return buckets.computeIfAbsent(
        new Place(ofKey ? key.value() : "" + key.project(), limit),
        _ -> new Bucket(limit.most(), limit.per().length(), now));
  }

  private void take(ProjectKey key, Category category, int count, Instant now) {
    for (boolean ofKey : new boolean[] {true, false}) {
      List<Limit> limits = ofKey ? key.limits() : settings.of(key.project()).limits().project();
      for (Limit limit : limits) {
        if (limit.category() != null && limit.category() != category) {
          continue;
        }
        if (limit.per().isQuota()) {
          String owner = ofKey ? key.value() : "";
          Instant begun = beginning(limit.per(), now);
          counted.merge(
              new Counted(key.project(), owner, limit.category(), limit.per(), begun),
              (long) count,
              Long::sum);
        } else {
          bucket(key, ofKey, limit, now).take(count);
        }
      }
      if (limits.stream().anyMatch(limit -> limit.per().isQuota())) {
        String owner = ofKey ? key.value() : "";
        Instant hour = beginning(Per.hour, now);
        for (Category each : new Category[] {category, null}) {
          unsaved.merge(
              new Counted(key.project(), owner, each, Per.hour, hour), (long) count, Long::sum);
        }
      }
    }
  }

  private static Instant beginning(Per per, Instant now) {
    ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
    return switch (per) {
      case second -> utc.truncatedTo(ChronoUnit.SECONDS).toInstant();
      case minute -> utc.truncatedTo(ChronoUnit.MINUTES).toInstant();
      case hour -> utc.truncatedTo(ChronoUnit.HOURS).toInstant();
      case day -> utc.truncatedTo(ChronoUnit.DAYS).toInstant();
      case month -> utc.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
    };
  }

  private static Instant end(Per per, Instant begun) {
    return per == Per.month
        ? begun.atZone(ZoneOffset.UTC).plusMonths(1).toInstant()
        : begun.plus(per.length());
  }

  /// Hands what was counted to the store, and forgets the hours, days and months that are over.
  public void flush(Instant now) {
    List<Used> used = new ArrayList<>();
    for (Counted one : unsaved.keySet()) {
      Long times = unsaved.remove(one);
      if (times != null) {
        Category category = one.category();
        used.add(
            new Used(
                one.project(),
                one.key(),
                category == null ? "" : category.name(),
                one.beginning(),
                times));
      }
    }
    if (!used.isEmpty()) {
      usage.add(used);
    }
    counted.keySet().removeIf(one -> one.beginning().isBefore(beginning(one.per(), now)));
  }
}

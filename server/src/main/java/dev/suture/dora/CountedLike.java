package dev.suture.dora;

import dev.suture.dora.Compatibility.Count;
import dev.suture.dora.Compatibility.Incident;
import dev.suture.dora.Compatibility.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rules of the tools, one after the other.
final class CountedLike {
  private CountedLike() {}

  /// An incident belongs to the newest deployment before it; a deployment with several failed once.
  static Count devLake(List<Seen> seen, Window window) {
    long failed = 0;
    List<Double> recoveries = new ArrayList<>();
    for (Seen each : seen) {
      List<Delivery> hit = new ArrayList<>();
      for (Incident incident : each.incidents()) {
        Delivery newest = newestBefore(each.before(), incident.opened());
        if (newest == null || !window.has(newest.at())) {
          continue;
        }
        if (!hit.contains(newest)) {
          hit.add(newest);
        }
        Instant resolved = incident.resolved();
        if (resolved != null) {
          recoveries.add(Compatibility.seconds(newest.at(), resolved));
        }
      }
      failed += hit.size();
    }
    Share share = new Share(failed, deliveries(seen));
    return new Count(
        "DevLake",
        share.failures(),
        share.of(),
        share.rate(),
        Compatibility.lowerMedian(Compatibility.array(recoveries)),
        Compatibility.lowerMedian(wholeMinutes(Compatibility.fromFirstCommit(seen))),
        String.format(
            Locale.ROOT,
            "%.0f days with a deployment in the median week",
            Compatibility.lowerMedian(Compatibility.daysPerWeek(seen, window))),
        "Blames the newest deployment before an incident, however long ago; drops what is still"
            + " open; takes the lower of two middle values. Its lead time is that of merge"
            + " requests, from their first commit, in whole minutes.",
        "devlake.apache.org/docs/Metrics/CFR; apache/incubator-devlake"
            + " grafana/dashboards/DORA.json");
  }

  /// Incidents by deployments, not linked with each other.
  static Count gitLab(List<Seen> seen, Window window) {
    List<Incident> incidents = seen.stream().flatMap(each -> each.incidents().stream()).toList();
    Share share = new Share(incidents.size(), deliveries(seen));
    return new Count(
        "GitLab",
        share.failures(),
        share.of(),
        share.rate(),
        Statistics.median(Compatibility.array(Compatibility.lengths(incidents))),
        Statistics.median(Compatibility.fromMerge(seen)),
        String.format(Locale.ROOT, "%.2f a day on average", deliveries(seen) / window.days()),
        "Divides incidents by deployments without linking them, so that two incidents of one"
            + " deployment count twice and the rate can pass 100 %. Its lead time is that of merge"
            + " requests, from their merge, without the time before it.",
        "docs.gitlab.com/user/analytics/dora_metrics");
  }

  /// An incident names the commit that caused it; each counts.
  static Count fourKeys(List<Seen> seen, Window window) {
    long incidents = 0;
    List<Double> recoveries = new ArrayList<>();
    List<double[]> days = new ArrayList<>();
    for (Seen each : seen) {
      days.addAll(each.leadTimesByDay());
      for (Incident incident : each.incidents()) {
        incidents++;
        Instant resolved = incident.resolved();
        if (resolved != null) {
          boolean later = incident.opened().isAfter(incident.blamed().at());
          Instant from = later ? incident.blamed().at() : incident.opened();
          recoveries.add(Compatibility.seconds(from, resolved));
        }
      }
    }
    double[] medians =
        days.stream()
            .map(Statistics::median)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Double perWeek = Statistics.median(Compatibility.daysPerWeek(seen, window));
    Share share = new Share(incidents, deliveries(seen));
    return new Count(
        "Four Keys",
        share.failures(),
        share.of(),
        share.rate(),
        Statistics.median(Compatibility.array(recoveries)),
        Statistics.median(medians),
        perWeek == null || perWeek < 1 ? "Monthly" : perWeek >= 3 ? "Daily" : "Weekly",
        "Counts incidents by the commit that caused them, so that the rate can pass 100 %; its lead"
            + " time is the median of the medians of days.",
        "github.com/dora-team/fourkeys/blob/main/METRICS.md");
  }

  /// A version that ran before and is put back blames the first one after it; a hotfix the one
  /// before. Rollbacks are no deployments.
  static Count datadog(List<Seen> seen, Window window) {
    long deployments = 0;
    Map<Delivery, Delivery> failed = new LinkedHashMap<>();
    for (Seen each : seen) {
      List<Delivery> all = each.before();
      for (Delivery delivery : each.deliveries()) {
        boolean back = Compatibility.putsBack(delivery, all);
        deployments += back ? 0 : 1;
        Delivery blamed = null;
        int at = all.indexOf(delivery);
        if (back) {
          blamed = all.get(lastOf(all, delivery.release(), at - 1) + 1);
        } else if (Compatibility.isHotfix(delivery) && at > 0) {
          blamed = all.get(at - 1);
        }
        if (blamed != null && window.has(blamed.at())) {
          failed.putIfAbsent(blamed, delivery);
        }
      }
    }
    Share share = new Share(failed.size(), deployments);
    return new Count(
        "Datadog",
        share.failures(),
        share.of(),
        share.rate(),
        remedied(failed),
        Statistics.median(Compatibility.leads(seen)),
        deployments + " in the stretch",
        "Knows rollbacks and hotfixes only, no alarm and no word of a person; of V1, V2, V3, V1 it"
            + " blames V2; leaves rollbacks out of what it divides by.",
        "docs.datadoghq.com/dora_metrics/change_failure_detection");
  }

  /// The same version again blames the last deployment before it.
  static Count swarmia(List<Seen> seen, Window window) {
    Map<Delivery, Delivery> failed = new LinkedHashMap<>();
    for (Seen each : seen) {
      List<Delivery> all = each.before();
      for (Delivery delivery : each.deliveries()) {
        int at = all.indexOf(delivery);
        boolean remedy = Compatibility.putsBack(delivery, all) || Compatibility.isHotfix(delivery);
        if (remedy && at > 0 && window.has(all.get(at - 1).at())) {
          failed.putIfAbsent(all.get(at - 1), delivery);
        }
      }
    }
    double[] lengths =
        failed.entrySet().stream()
            .mapToDouble(each -> Compatibility.seconds(each.getKey().at(), each.getValue().at()))
            .toArray();
    Share share = new Share(failed.size(), deliveries(seen));
    return new Count(
        "Swarmia",
        share.failures(),
        share.of(),
        share.rate(),
        Compatibility.mean(lengths),
        Compatibility.mean(Compatibility.fromFirstCommit(seen)),
        String.format(Locale.ROOT, "%.1f a week on average", deliveries(seen) / window.days() * 7),
        "Of V1, V2, V3, V1 it blames V3; its recovery is a mean. Its lead time is the"
            + " mean over pull requests, from their first commit.",
        "help.swarmia.com/automatic-change-failure-detection, /change-failure-insights,"
            + " /change-lead-time");
  }

  private static double[] wholeMinutes(double[] seconds) {
    return Arrays.stream(seconds).map(each -> 60 * Math.ceil(each / 60)).toArray();
  }

  private record Share(long failures, long of) {
    @Nullable Double rate() {
      return of == 0 ? null : Double.valueOf((double) failures / of);
    }
  }

  private static @Nullable Double remedied(Map<Delivery, Delivery> failed) {
    return Statistics.median(
        failed.entrySet().stream()
            .mapToDouble(each -> Compatibility.seconds(each.getKey().at(), each.getValue().at()))
            .toArray());
  }

  private static long deliveries(List<Seen> seen) {
    return seen.stream().mapToLong(each -> each.deliveries().size()).sum();
  }

  private static int lastOf(List<Delivery> all, String release, int before) {
    int at = before;
    while (!all.get(at).release().equals(release)) {
      at--;
    }
    return at;
  }

  private static @Nullable Delivery newestBefore(List<Delivery> all, Instant at) {
    return all.stream()
        .filter(each -> !each.at().isAfter(at))
        .reduce((_, later) -> later)
        .orElse(null);
  }
}

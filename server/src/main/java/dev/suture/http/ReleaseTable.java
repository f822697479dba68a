package dev.suture.http;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Release;
import dev.suture.deploy.ReleaseOrder;
import dev.suture.deploy.ReleaseOrder.Known;
import dev.suture.health.Health;
import dev.suture.health.HealthStore;
import dev.suture.health.HealthStore.Bucket;
import dev.suture.health.HealthStore.ReleaseHealth;
import dev.suture.health.HealthStore.Seen;
import dev.suture.health.HealthStore.Window;
import dev.suture.health.Tally;
import dev.suture.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The releases of one project in their order, with the figures of one stretch of time: what was
/// announced, deployed, or named by an event or a session.
final class ReleaseTable {
  private static final int SHOWN = 100;
  private static final int MOST = 1_000;
  private static final int BUCKETS = 24;

  private final Api.Rooms rooms;
  private final Project project;
  private final @Nullable String environment;
  private final int hours;
  private final Window window;
  private final Map<String, Release> announced = new HashMap<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<String, List<Deployment>> deployed = new HashMap<>();
  private final Map<String, ReleaseHealth> now;
  private final Map<String, ReleaseHealth> before;
  private final Map<String, ReleaseHealth> lastDay;
  private final Map<String, Long> newIssues;
  private final List<String> latestFirst;

  ReleaseTable(
      Api.Rooms rooms, Project project, @Nullable String environment, int hours, Instant present) {
    this.rooms = rooms;
    this.project = project;
    this.environment = environment;
    this.hours = hours;
    Instant to = Instant.ofEpochSecond(Math.floorDiv(present.getEpochSecond(), 3600) * 3600 + 3600);
    Duration length = Duration.ofHours(hours);
    this.window = new Window(project.id(), to.minus(length), to);
    HealthStore health = rooms.running().health();
    now = byRelease(health.releases(window, environment));
    before =
        byRelease(
            health.releases(
                new Window(project.id(), to.minus(length).minus(length), to.minus(length)),
                environment));
    lastDay =
        hours == 24
            ? now
            : byRelease(
                health.releases(
                    new Window(project.id(), to.minus(Duration.ofHours(24)), to), environment));
    newIssues = rooms.running().issues().newInEach(project.id());
    health.seen(project.id(), environment).forEach(one -> seen.put(one.place().release(), one));
    for (Deployment deployment : rooms.deployments().all(project.slug(), MOST)) {
      if (environment == null || deployment.environment().equals(environment)) {
        deployed.computeIfAbsent(deployment.release(), _ -> new ArrayList<>()).add(deployment);
      }
    }
    rooms
        .running()
        .releases()
        .all(project.slug(), MOST)
        .forEach(release -> announced.put(release.version(), release));
    latestFirst = latestFirst();
  }

  private static Map<String, ReleaseHealth> byRelease(List<ReleaseHealth> health) {
    return health.stream().collect(Collectors.toMap(ReleaseHealth::release, one -> one));
  }

  /// Put in one by one: an order that asks versions here and times there need not be one that a
  /// sorting algorithm may rely on.
  private List<String> latestFirst() {
    Set<String> names = new HashSet<>(seen.keySet());
    names.addAll(deployed.keySet());
    names.addAll(now.keySet());
    if (environment == null) {
      names.addAll(announced.keySet());
    }
    List<String> byTime =
        names.stream()
            .sorted((one, other) -> created(other).compareTo(created(one)))
            .limit(MOST)
            .toList();
    ReleaseOrder order =
        new ReleaseOrder(byTime.stream().map(one -> new Known(one, created(one))).toList());
    List<String> sorted = new ArrayList<>();
    for (String name : byTime) {
      int at = sorted.size();
      while (at > 0 && order.isLater(name, sorted.get(at - 1))) {
        at--;
      }
      sorted.add(at, name);
    }
    return sorted;
  }

  private Instant created(String version) {
    Release release = announced.get(version);
    Seen first = seen.get(version);
    Stream<Instant> times =
        Stream.concat(
            Stream.concat(
                Stream.ofNullable(release).map(Release::created),
                Stream.ofNullable(first).map(Seen::first)),
            deployed.getOrDefault(version, List.of()).stream().map(Deployment::at));
    return times.min(Instant::compareTo).orElse(window.from());
  }

  @Nullable String environment() {
    return environment;
  }

  int hours() {
    return hours;
  }

  Window window() {
    return window;
  }

  Health total() {
    ReleaseHealth whole = rooms.running().health().whole(window, environment);
    return Health.of(whole, sum(before), 0, 0);
  }

  private static ReleaseHealth sum(Map<String, ReleaseHealth> releases) {
    Tally tally = Tally.NONE;
    for (ReleaseHealth one : releases.values()) {
      tally = tally.plus(one.tally());
    }
    return new ReleaseHealth("", tally, 0, 0);
  }

  List<ReleaseApi.ReleaseRow> rows() {
    return latestFirst.stream().limit(SHOWN).map(this::made).toList();
  }

  Optional<ReleaseApi.ReleaseRow> row(String version) {
    return latestFirst.contains(version) ? Optional.of(made(version)) : Optional.empty();
  }

  /// The release that came before this one.
  Optional<ReleaseApi.ReleaseRow> previous(String version) {
    int at = latestFirst.indexOf(version);
    return at >= 0 && at + 1 < latestFirst.size()
        ? Optional.of(made(latestFirst.get(at + 1)))
        : Optional.empty();
  }

  private ReleaseApi.ReleaseRow made(String version) {
    Release release = announced.get(version);
    Seen named = seen.get(version);
    ReleaseHealth none = new ReleaseHealth(version, Tally.NONE, 0, 0);
    return new ReleaseApi.ReleaseRow(
        version,
        created(version),
        release == null ? null : release.released(),
        rooms.deployments().commitOf(project.slug(), version).orElse(null),
        named == null ? null : named.first(),
        named == null ? null : named.last(),
        named == null ? 0 : named.events(),
        newIssues.getOrDefault(version, 0L),
        Health.of(
            now.getOrDefault(version, none),
            before.get(version),
            lastDay.getOrDefault(version, none).tally().sessions(),
            sum(lastDay).tally().sessions()),
        perBucket(version),
        newestOfEach(deployed.getOrDefault(version, List.of())));
  }

  private List<Long> perBucket(String version) {
    Long[] parts = new Long[BUCKETS];
    Arrays.fill(parts, 0L);
    if (now.containsKey(version)) {
      for (Bucket bucket : rooms.running().health().series(window, version, environment)) {
        long passed = Duration.between(window.from(), bucket.from()).toHours();
        int part = (int) Math.clamp(passed * BUCKETS / hours, 0, BUCKETS - 1);
        parts[part] += bucket.tally().sessions();
      }
    }
    return List.of(parts);
  }

  private static List<Deployment> newestOfEach(List<Deployment> newestFirst) {
    Map<String, Deployment> newest = new LinkedHashMap<>();
    newestFirst.forEach(one -> newest.putIfAbsent(one.environment(), one));
    return List.copyOf(newest.values());
  }
}

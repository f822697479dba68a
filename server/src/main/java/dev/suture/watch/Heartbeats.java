package dev.suture.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Hosts that say every few seconds that they are there, so that one which has crashed is missed: a
/// host that does not start any more reports no errors.
///
/// A host owes heartbeats from its first one until it says that it leaves, or has been silent for
/// half an hour. A new host takes the place of one that went silent: an orchestrator that replaces
/// hosts under other names is not taken for one that loses them. Hosts are held in memory: after a
/// restart those count that report again.
public final class Heartbeats {
  public static final Duration SLOT = Duration.ofSeconds(10);
  private static final Duration REMEMBERED = Duration.ofMinutes(30);
  private static final Duration KEPT = Duration.ofHours(50);
  private static final Duration NETWORK = Duration.ofSeconds(2);

  /// A replacement is often started before the old host is stopped.
  private static final Duration REPLACED_WITHIN = Duration.ofMinutes(5);

  private static final int MOST_HOSTS = 10_000;

  private final HeartbeatStore store;
  private final Map<Place, Map<String, Host>> places = new ConcurrentHashMap<>();

  public Heartbeats(HeartbeatStore store) {
    this.store = store;
  }

  /// Where a host runs.
  public record Place(long project, String environment) {}

  /// @param every how often it reports
  public record Host(String name, String release, Duration every, Instant first, Instant last) {
    /// Half a period late is late enough.
    public boolean isLive(Instant now) {
      return !last.plus(every.multipliedBy(3).dividedBy(2)).plus(NETWORK).isBefore(now);
    }
  }

  /// @return whether there was room for another host
  public boolean beat(Place place, Host host) {
    Map<String, Host> hosts = places.computeIfAbsent(place, _ -> new ConcurrentHashMap<>());
    if (hosts.size() >= MOST_HOSTS && !hosts.containsKey(host.name())) {
      return false;
    }
    hosts.merge(
        host.name(),
        host,
        (before, now) ->
            new Host(now.name(), now.release(), now.every(), before.first(), now.last()));
    return true;
  }

  /// A host that is shut down on purpose owes nothing more.
  public void leave(Place place, String host) {
    places.getOrDefault(place, Map.of()).remove(host);
  }

  /// How many hosts of a place are known, and how many of them are alive.
  public Watch.Hosts counted(Place place, Instant now) {
    Map<String, Host> hosts = places.getOrDefault(place, Map.of());
    return new Watch.Hosts(
        hosts.size(), (int) hosts.values().stream().filter(host -> host.isLive(now)).count());
  }

  /// By name.
  public List<Host> hosts(Place place) {
    return places.getOrDefault(place, Map.of()).values().stream()
        .sorted(Comparator.comparing(Host::name))
        .toList();
  }

  /// The environments of a project that hosts report from.
  public List<String> environments(long project) {
    return places.keySet().stream()
        .filter(place -> place.project() == project)
        .map(Place::environment)
        .sorted()
        .toList();
  }

  /// Counts once a slot who is there, and keeps the count.
  public void count(Instant now) {
    List<HeartbeatStore.Slot> slots = new ArrayList<>();
    places.forEach(
        (place, hosts) -> {
          hosts.values().removeIf(host -> host.last().plus(REMEMBERED).isBefore(now));
          int live = (int) hosts.values().stream().filter(host -> host.isLive(now)).count();
          int due = due(hosts.values().stream().toList(), now);
          if (due > 0) {
            slots.add(
                new HeartbeatStore.Slot(place.project(), place.environment(), now, due, live));
          }
        });
    store.put(slots);
  }

  /// Forgets counts that no watch looks at any more.
  public void forget(Instant now) {
    store.expire(now.minus(KEPT));
  }

  /// Each host that came when another went silent has replaced that one, also when it went silent
  /// itself later. Those that went silent first are replaced first, each by the first that came.
  private static int due(List<Host> hosts, Instant now) {
    TreeMap<Instant, Integer> heirs = new TreeMap<>();
    hosts.forEach(host -> heirs.merge(host.first(), 1, Integer::sum));
    List<Host> silent = new ArrayList<>(hosts.stream().filter(host -> !host.isLive(now)).toList());
    silent.sort(Comparator.comparing(Host::last));
    int replaced = 0;
    for (Host host : silent) {
      Instant earliest = host.last().minus(REPLACED_WITHIN);
      Instant after = earliest.isAfter(host.first()) ? earliest : host.first();
      Instant heir = heirs.higherKey(after);
      if (heir != null) {
        heirs.computeIfPresent(heir, (_, left) -> left == 1 ? null : Integer.valueOf(left - 1));
        replaced++;
      }
    }
    return hosts.size() - replaced;
  }
}

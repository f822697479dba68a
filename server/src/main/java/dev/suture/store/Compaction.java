package dev.suture.store;

import dev.suture.store.PackMove.Moved;
import dev.suture.store.PackMove.Old;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes packs anew that are mostly dead, or many and small.
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

  /// What a pack has besides bodies.
  private static final long OVERHEAD = 64;

  private static final long SMALL = 1L << 20;
  private static final int MOST_SMALL = 8;
  private static final int MOST_AT_ONCE = 16;

  private final Database database;

  /// Packs that could not be read; what they hold is lost, and they are left alone.
  private final Set<Long> unreadable = new HashSet<>();

  Compaction(Database database) {
    this.database = database;
  }

  private record Pack(long id, String name, long day, long bytes, long live) {
    boolean isDead() {
      return live == 0;
    }

    /// @param share of it that has to be dead
    boolean isWorn(double share) {
      return bytes - OVERHEAD - live > bytes * share;
    }
  }

  /// Writes the packs of a project anew that need it most, up to a bound.
  ///
  /// Only packs of one day are joined, for what is old goes by the day of its pack; those that are
  /// older than the project keeps have the newest events of issues only, and are as one day.
  ///
  /// @param tight whether every byte counts, for the project is over its budget
  /// @param oldest day that the project keeps
  /// @return whether there was anything to do
  boolean compact(long project, boolean tight, long oldest) {
    List<Pack> packs =
        new ArrayList<>(
            database.read(
                handle ->
                    handle
                        .select(
                            """
                        SELECT id, name, day, bytes, live FROM pack WHERE project = ?
                        ORDER BY bytes - live DESC""",
                            project)
                        .map(
                            (row, _) ->
                                new Pack(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5)))
                        .list()));
    packs.removeIf(pack -> unreadable.contains(pack.id()));
    List<Pack> chosen = chosen(packs, tight ? 0.1 : 0.5, oldest);
    if (chosen.isEmpty()) {
      return false;
    }
    long day = chosen.stream().mapToLong(Pack::day).max().orElse(0);
    List<Moved> moved = new ArrayList<>();
    List<Old> old = new ArrayList<>();
    for (Pack pack : chosen) {
      if (read(pack, moved)) {
        old.add(new Old(pack.id(), pack.name()));
      }
    }
    new PackMove(database, project, day).to(moved, old);
    return true;
  }

  private static List<Pack> chosen(List<Pack> packs, double share, long oldest) {
    Map<Long, List<Pack>> days =
        packs.stream().collect(Collectors.groupingBy(pack -> Math.max(pack.day(), oldest - 1)));
    for (List<Pack> day : days.values()) {
      List<Pack> worn = day.stream().filter(pack -> pack.isDead() || pack.isWorn(share)).toList();
      List<Pack> small = day.stream().filter(pack -> pack.bytes() < SMALL).toList();
      List<Pack> chosen = worn.isEmpty() && small.size() >= MOST_SMALL ? small : worn;
      if (!chosen.isEmpty()) {
        return chosen.subList(0, Math.min(chosen.size(), MOST_AT_ONCE));
      }
    }
    return List.of();
  }

  private record Place(long event, long place, int length) {}

  /// @return false when the pack cannot be read: then it is left as it is
  private boolean read(Pack pack, List<Moved> moved) {
    List<Place> places =
        database.read(
            handle ->
                handle
                    .select(
                        "SELECT key, place, length FROM event WHERE pack = ? ORDER BY place",
                        pack.id())
                    .map((row, _) -> new Place(row.getLong(1), row.getLong(2), row.getInt(3)))
                    .list());
    List<Moved> read = new ArrayList<>();
    try {
      for (Place one : places) {
        read.add(
            new Moved(
                one.event(),
                database.bodies().packs().read(pack.name(), one.place(), one.length())));
      }
    } catch (IOException gone) {
      LOG.warn("pack {} cannot be written anew: {}", pack.name(), gone.toString());
      unreadable.add(pack.id());
      return false;
    }
    moved.addAll(read);
    return true;
  }
}

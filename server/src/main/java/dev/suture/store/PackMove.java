package dev.suture.store;

import dev.suture.store.PackFiles.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Bodies on their way into a new pack.
///
/// The pack is durable before the transaction that points to it, and old ones are deleted after it:
/// whenever this is cut off, each event has its body, and what is left over goes at the next start.
///
/// @param day of the youngest body, counted from the epoch
record PackMove(Database database, long project, long day) {

  /// @param event its key
  record Moved(long event, byte[] frame) {}

  /// A pack that bodies come from, and that goes.
  record Old(long id, String name) {}

  void to(List<Moved> bodies, List<Old> old) {
    try {
      if (!bodies.isEmpty()) {
        Written written =
            database.bodies().packs().write(project, bodies.stream().map(Moved::frame).toList());
        database.write(handle -> point(handle, bodies, written, old));
      } else {
        database.write(handle -> drop(handle, old));
      }
      for (Old pack : old) {
        database.bodies().packs().delete(pack.name());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private long point(Handle handle, List<Moved> bodies, Written to, List<Old> old) {
    long pack =
        handle
            .createQuery(
                """
                INSERT INTO pack (project, name, day, bytes, live)
                VALUES (:project, :name, :day, :bytes, 0) RETURNING id""")
            .bind("project", project)
            .bind("name", to.name())
            .bind("day", day)
            .bind("bytes", to.bytes())
            .mapTo(Long.class)
            .one();
    // An event that was deleted meanwhile, or moved, is not touched: its frame is dead from the
    // start.
    String from =
        old.isEmpty()
            ? "pack IS NULL"
            : "pack IN (" + String.join(", ", old.stream().map(o -> "" + o.id()).toList()) + ")";
    PreparedBatch rows =
        handle.prepareBatch(
            "UPDATE event SET pack = ?, place = ?, length = ? WHERE key = ? AND " + from);
    for (int i = 0; i < bodies.size(); i++) {
      rows.bind(0, pack)
          .bind(1, to.places().get(i))
          .bind(2, bodies.get(i).frame().length)
          .bind(3, bodies.get(i).event())
          .add();
    }
    rows.execute();
    handle.execute(
        "DELETE FROM event_body WHERE event IN (SELECT key FROM event WHERE pack = ?)", pack);
    handle.execute(
        """
        UPDATE pack SET live = (SELECT coalesce(sum(length), 0) FROM event WHERE pack = ?)
        WHERE id = ?""",
        pack,
        pack);
    drop(handle, old);
    return pack;
  }

  private static long drop(Handle handle, List<Old> old) {
    old.forEach(pack -> handle.execute("DELETE FROM pack WHERE id = ?", pack.id()));
    return old.size();
  }
}

package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.store.UserSketch.Precision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who met which issue in a batch.
final class UserTally {
  private final Map<Long, List<Long>> met = new HashMap<>();

  void add(long issue, byte[] salt, Event.@Nullable User user) {
    Long hash = hash(salt, user);
    if (hash != null) {
      met.computeIfAbsent(issue, _ -> new ArrayList<>()).add(hash);
    }
  }

  /// What stands for a user in a sketch; null where nobody is named.
  static @Nullable Long hash(byte[] salt, Event.@Nullable User user) {
    String identity = identity(user);
    return identity == null
        ? null
        : ByteBuffer.wrap(Digests.sha256(salt, identity.getBytes(StandardCharsets.UTF_8)))
            .getLong();
  }

  /// Writes the sketches that change.
  ///
  /// @return how many users each of their issues has now
  Map<Long, Long> write(Prepared prepared) throws SQLException {
    Map<Long, UserSketch> sketches = new HashMap<>();
    prepared.select(
        "SELECT issue, sketch FROM issue_users WHERE issue IN (<list>)",
        List.of(),
        List.copyOf(met.keySet()),
        row -> sketches.put(row.getLong(1), UserSketch.read(Precision.fine, row.getBytes(2))));
    PreparedStatement upsert =
        prepared.of(
            """
            INSERT INTO issue_users (issue, sketch) VALUES (?, ?)
            ON CONFLICT (issue) DO UPDATE SET sketch = excluded.sketch""");
    Map<Long, Long> counts = new HashMap<>();
    for (Map.Entry<Long, List<Long>> one : met.entrySet()) {
      UserSketch sketch =
          sketches.computeIfAbsent(one.getKey(), _ -> UserSketch.empty(Precision.fine));
      boolean changed = false;
      for (long hash : one.getValue()) {
        changed |= sketch.add(hash);
      }
      if (changed) {
        upsert.setLong(1, one.getKey());
        upsert.setBytes(2, sketch.stored());
        upsert.addBatch();
        counts.put(one.getKey(), sketch.count());
      }
    }
    if (!counts.isEmpty()) {
      upsert.executeBatch();
    }
    return counts;
  }

  /// What tells users apart: the first of id, e-mail, name and address that is there.
  private static @Nullable String identity(Event.@Nullable User user) {
    if (user == null) {
      return null;
    }
    if (user.id() != null) {
      return "id:" + user.id();
    }
    if (user.email() != null) {
      return "email:" + user.email();
    }
    if (user.name() != null) {
      return "name:" + user.name();
    }
    return user.ip() == null ? null : "ip:" + user.ip();
  }
}

package dev.suture.store;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.deploy.ReleaseOrder.Known;
import dev.suture.event.Event;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// When the server first heard of each release, read and kept within one transaction.
final class KnownReleases {
  private final Handle handle;
  private final Map<Long, ReleaseOrder> orders = new HashMap<>();
  private final Map<Release, Long> seen = new LinkedHashMap<>();

  private record Release(long project, String version) {}

  KnownReleases(Handle handle) {
    this.handle = handle;
  }

  /// The order of a project's releases, as it was before this transaction.
  ReleaseOrder of(long project) {
    return orders.computeIfAbsent(project, this::read);
  }

  private ReleaseOrder read(long project) {
    return new ReleaseOrder(
        handle
            .createQuery(
                """
                SELECT version, first FROM known_release WHERE project = :project
                UNION ALL
                SELECT version, created FROM release
                  WHERE project = (SELECT slug FROM project WHERE id = :project)
                UNION ALL
                SELECT release, at FROM deployment
                  WHERE project = (SELECT slug FROM project WHERE id = :project)""")
            .bind("project", project)
            .map((row, _) -> new Known(row.getString(1), Database.instant(row.getLong(2))))
            .list());
  }

  /// Notes that an event named a release.
  void saw(Event event) {
    String version = event.release();
    if (version != null && !version.isBlank()) {
      seen.merge(
          new Release(event.project(), version), Database.micros(event.received()), Math::min);
    }
  }

  void write() {
    if (seen.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO known_release (project, version, first) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING");
    seen.forEach(
        (release, first) ->
            rows.bind(0, release.project()).bind(1, release.version()).bind(2, first).add());
    rows.execute();
  }
}

package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.similar.Shape;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Writes what an issue is found by when others like it are looked for.
final class SimilarRows {
  private SimilarRows() {}

  static List<Long> features(Shape shape) {
    List<Long> features = new ArrayList<>(shape.frames());
    features.addAll(shape.words());
    return features;
  }

  /// The newest shape is the one that is compared; features only add up.
  static void write(Handle handle, long issue, Event event) {
    Shape shape = Shape.of(event);
    handle
        .createUpdate(
            """
            INSERT INTO issue_shape (issue, shape) VALUES (:issue, :shape)
            ON CONFLICT (issue) DO UPDATE SET shape = excluded.shape""")
        .bind("issue", issue)
        .bind("shape", Json.MAPPER.writeValueAsString(shape))
        .execute();
    List<Long> features = features(shape);
    if (features.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO issue_feature (project, feature, issue) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING""");
    for (long feature : features) {
      rows.bind(0, event.project()).bind(1, feature).bind(2, issue).add();
    }
    rows.execute();
  }
}

package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.similar.Shape;
import dev.suture.json.Json;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Writes what an issue is found by when others like it are looked for.
final class SimilarRows {
  private SimilarRows() {}

  static List<Long> features(Shape shape) {
    List<Long> features = new ArrayList<>(shape.frames());
    features.addAll(shape.words());
    return features;
  }

  /// The newest shape is the one that is compared; features only add up.
  static void write(Prepared prepared, long issue, Event event) throws SQLException {
    Shape shape = Shape.of(event);
    PreparedStatement row =
        prepared.of(
            """
            INSERT INTO issue_shape (issue, shape) VALUES (?, ?)
            ON CONFLICT (issue) DO UPDATE SET shape = excluded.shape""");
    row.setLong(1, issue);
    row.setString(2, Json.MAPPER.writeValueAsString(shape));
    row.executeUpdate();
    List<Long> features = features(shape);
    if (features.isEmpty()) {
      return;
    }
    PreparedStatement rows =
        prepared.of(
            """
            INSERT INTO issue_feature (project, feature, issue) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING""");
    for (long feature : features) {
      rows.setLong(1, event.project());
      rows.setLong(2, feature);
      rows.setLong(3, issue);
      rows.addBatch();
    }
    rows.executeBatch();
  }
}

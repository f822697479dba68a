package dev.suture.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tags of the projects that events come for, each with the id that its row has. All of a
/// project's are held here, so that what is new is known without asking; what goes over a bound is
/// counted under the empty value.
final class ProjectTags {
  private static final int MOST_NAMES = 300;
  private static final int MOST_VALUES_OF_A_NAME = 5_000;
  private static final int MOST_VALUES = 50_000;

  /// Of all projects together; beyond that the project that was idle longest is forgotten.
  private static final int MOST_HELD = 400_000;

  private final Prepared prepared;
  private final LinkedHashMap<Long, Tags> projects = new LinkedHashMap<>(16, 0.75f, true);

  ProjectTags(Prepared prepared) {
    this.prepared = prepared;
  }

  private static final class Tags {
    final Map<String, Map<String, Tag>> byName = new HashMap<>();
    int values;
  }

  /// One value of a tag.
  ///
  /// @param other whether it stands for all values beyond the bound
  record Tag(long id, String name, boolean other) {}

  /// The tag with this name and value.
  ///
  /// @param at when it was seen, in microseconds
  /// @return null when the project has too many names
  @Nullable Tag of(long project, String name, String value, long at) throws SQLException {
    Tags tags = project(project);
    Map<String, Tag> values = tags.byName.get(name);
    if (values == null) {
      if (tags.byName.size() >= MOST_NAMES) {
        return null;
      }
      values = new HashMap<>();
      tags.byName.put(name, values);
    }
    Tag known = values.get(value);
    if (known != null) {
      return known;
    }
    boolean full = values.size() >= MOST_VALUES_OF_A_NAME || tags.values >= MOST_VALUES;
    String kept = full ? "" : value;
    Tag tag = full ? values.get("") : null;
    if (tag == null) {
      tag = new Tag(insert(project, name, kept, at), name, full);
      values.put(kept, tag);
      tags.values++;
    }
    return tag;
  }

  /// The tag that stands for all values of a name beyond a bound.
  Tag other(long project, String name, long at) throws SQLException {
    Map<String, Tag> values = project(project).byName.computeIfAbsent(name, _ -> new HashMap<>());
    Tag other = values.get("");
    if (other == null) {
      other = new Tag(insert(project, name, "", at), name, true);
      values.put("", other);
    }
    return other;
  }

  void forget() {
    projects.clear();
  }

  private Tags project(long project) throws SQLException {
    Tags known = projects.get(project);
    if (known != null) {
      return known;
    }
    Tags tags = new Tags();
    prepared.select(
        "SELECT id, name, value FROM project_tag WHERE project IN (<list>)",
        List.of(),
        List.of(project),
        row -> read(tags, row));
    projects.put(project, tags);
    shrink(project);
    return tags;
  }

  private static void read(Tags tags, ResultSet row) throws SQLException {
    String name = row.getString(2);
    String value = row.getString(3);
    tags.byName
        .computeIfAbsent(name, _ -> new HashMap<>())
        .put(value, new Tag(row.getLong(1), name, value.isEmpty()));
    tags.values++;
  }

  private void shrink(long keep) {
    int held = projects.values().stream().mapToInt(tags -> tags.values).sum();
    var idle = projects.entrySet().iterator();
    while (held > MOST_HELD && idle.hasNext()) {
      Map.Entry<Long, Tags> eldest = idle.next();
      if (eldest.getKey() != keep) {
        held -= eldest.getValue().values;
        idle.remove();
      }
    }
  }

  private long insert(long project, String name, String value, long at) throws SQLException {
    PreparedStatement insert =
        prepared.of(
            """
            INSERT INTO project_tag (project, name, value, events, first_seen, last_seen)
            VALUES (?, ?, ?, 0, ?, ?) RETURNING id""");
    insert.setLong(1, project);
    insert.setString(2, name);
    insert.setString(3, value);
    insert.setLong(4, at);
    insert.setLong(5, at);
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}

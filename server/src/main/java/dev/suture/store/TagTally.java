package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.event.Facets;
import dev.suture.store.ProjectTags.Tag;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The tags of a batch: how often each was seen, and when, of each issue and of each project.
final class TagTally {
  /// A value of these that is new to an issue makes its event worth keeping.
  private static final Set<String> SPREAD = Set.of("release", "environment", "browser");

  private final ProjectTags projectTags;
  private final IssueTags issueTags;
  private final Map<Long, Seen> projects = new HashMap<>();
  private final Map<IssueTag, Seen> issues = new HashMap<>();

  TagTally(ProjectTags projectTags, IssueTags issueTags) {
    this.projectTags = projectTags;
    this.issueTags = issueTags;
  }

  /// Ordered as the table lies.
  private record IssueTag(long issue, long tag) implements Comparable<IssueTag> {
    @Override
    public int compareTo(IssueTag other) {
      int byIssue = Long.compare(issue, other.issue);
      return byIssue != 0 ? byIssue : Long.compare(tag, other.tag);
    }

    @Override
    public int hashCode() {
      return (int) ((issue * 31 + tag) * 0x9E3779B97F4A7C15L >>> 32);
    }
  }

  private static final class Seen {
    long events;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    void add(long at) {
      events++;
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
  }

  /// @return whether the event is the first of its issue with its release, environment or browser
  boolean add(long issue, Event event) throws SQLException {
    long at = Database.micros(event.at());
    boolean novel = false;
    for (Map.Entry<String, String> facet : Facets.of(event).entrySet()) {
      String name = facet.getKey();
      Tag tag = projectTags.of(event.project(), name, facet.getValue(), at);
      if (tag == null) {
        continue;
      }
      projects.computeIfAbsent(tag.id(), _ -> new Seen()).add(at);
      IssueTags.Place place = issueTags.place(issue, tag);
      if (place == IssueTags.Place.beyondBound) {
        tag = projectTags.other(event.project(), name, at);
        issueTags.place(issue, tag);
      }
      novel |= place == IssueTags.Place.fresh && SPREAD.contains(name) && !tag.other();
      issues.computeIfAbsent(new IssueTag(issue, tag.id()), _ -> new Seen()).add(at);
    }
    return novel;
  }

  void write(Prepared prepared) throws SQLException {
    PreparedStatement update =
        prepared.of(
            """
            UPDATE project_tag SET events = events + ?1,
              first_seen = CASE WHEN first_seen < ?2 THEN first_seen ELSE ?2 END,
              last_seen = CASE WHEN last_seen > ?3 THEN last_seen ELSE ?3 END
            WHERE id = ?4""");
    for (Map.Entry<Long, Seen> one : new TreeMap<>(projects).entrySet()) {
      bind(update, 1, one.getValue());
      update.setLong(4, one.getKey());
      update.addBatch();
    }
    PreparedStatement upsert =
        prepared.of(
            """
            INSERT INTO issue_tag (issue, tag, events, first_seen, last_seen)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (issue, tag) DO UPDATE SET
              events = issue_tag.events + excluded.events,
              first_seen = CASE WHEN issue_tag.first_seen < excluded.first_seen
                THEN issue_tag.first_seen ELSE excluded.first_seen END,
              last_seen = CASE WHEN issue_tag.last_seen > excluded.last_seen
                THEN issue_tag.last_seen ELSE excluded.last_seen END""");
    for (Map.Entry<IssueTag, Seen> one : new TreeMap<>(issues).entrySet()) {
      upsert.setLong(1, one.getKey().issue());
      upsert.setLong(2, one.getKey().tag());
      bind(upsert, 3, one.getValue());
      upsert.addBatch();
    }
    if (!issues.isEmpty()) {
      update.executeBatch();
      upsert.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, int first, Seen seen) throws SQLException {
    statement.setLong(first, seen.events);
    statement.setLong(first + 1, seen.first);
    statement.setLong(first + 2, seen.last);
  }
}

package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.store.ProjectTags.Tag;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The tags of a batch: how often each was seen, and when, of each issue and of each project.
final class TagTally {
  /// A value of these that is new to an issue makes its event worth keeping, as long as the issue
  /// has no more values of the name than this. Versions of browsers are many and tell little; that
  /// of a browser that the issue did not have always counts.
  private static final Map<String, Integer> SPREAD =
      Map.of(
          "release", Integer.MAX_VALUE,
          "environment", Integer.MAX_VALUE,
          "browser.name", Integer.MAX_VALUE,
          "browser", 16);

  private final ProjectTags projectTags;
  private final IssueTags issueTags;
  private final SlotTally projects = new SlotTally();
  private final Map<Long, SlotTally> issues = new TreeMap<>();

  TagTally(ProjectTags projectTags, IssueTags issueTags) {
    this.projectTags = projectTags;
    this.issueTags = issueTags;
  }

  /// @return whether the event is the first of its issue with its release, environment or browser
  boolean add(long issue, Event event, SortedMap<String, String> facets) throws SQLException {
    long at = Database.micros(event.at());
    boolean novel = false;
    SlotTally tally = issues.computeIfAbsent(issue, _ -> new SlotTally());
    IssueTags.Known known = issueTags.of(issue);
    for (Map.Entry<String, String> facet : facets.entrySet()) {
      String name = facet.getKey();
      Tag tag = projectTags.of(event.project(), name, facet.getValue(), at);
      if (tag == null) {
        continue;
      }
      projects.add(tag.id(), at);
      IssueTags.Place place = issueTags.place(known, tag);
      if (place == IssueTags.Place.beyondBound) {
        tag = projectTags.other(event.project(), name, at);
        issueTags.place(known, tag);
      } else if (place == IssueTags.Place.fresh && !tag.other()) {
        novel |= known.values(name) <= SPREAD.getOrDefault(name, 0);
      }
      tally.add(tag.id(), at);
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
            WHERE id = ?4\
            """);
    for (long tag : projects.keys()) {
      bind(update, 1, projects, tag);
      update.setLong(4, tag);
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
                THEN issue_tag.last_seen ELSE excluded.last_seen END\
            """);
    for (Map.Entry<Long, SlotTally> issue : issues.entrySet()) {
      for (long tag : issue.getValue().keys()) {
        upsert.setLong(1, issue.getKey());
        upsert.setLong(2, tag);
        bind(upsert, 3, issue.getValue(), tag);
        upsert.addBatch();
      }
    }
    if (!issues.isEmpty()) {
      update.executeBatch();
      upsert.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, int first, SlotTally tally, long tag)
      throws SQLException {
    statement.setLong(first, tally.events(tag));
    statement.setLong(first + 1, tally.first(tag));
    statement.setLong(first + 2, tally.last(tag));
  }
}

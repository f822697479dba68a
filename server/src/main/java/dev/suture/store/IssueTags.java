package dev.suture.store;

import dev.suture.store.ProjectTags.Tag;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which tags the issues have that events come for, so that what is new about an event is known
/// without asking and an issue's tags stay bounded. What is held may say less than the tables do
/// after issues were merged or split; then a bound is met a little late, and nothing else.
final class IssueTags {
  private static final int MOST_VALUES_OF_A_NAME = 1_000;

  /// Of all issues together; beyond that those that were idle longest are forgotten.
  private static final int MOST_HELD = 1_000_000;

  private final Prepared prepared;
  private final LinkedHashMap<Long, Known> issues = new LinkedHashMap<>(64, 0.75f, true);
  private int held;

  IssueTags(Prepared prepared) {
    this.prepared = prepared;
  }

  /// The tags of one issue; good for one batch.
  static final class Known {
    private final LongSet tags = new LongSet();
    private final Map<String, int[]> values = new HashMap<>();

    /// How many values of a name there are.
    int values(String name) {
      int[] count = values.get(name);
      return count == null ? 0 : count[0];
    }

    private boolean add(long tag, String name) {
      if (!tags.add(tag)) {
        return false;
      }
      values.computeIfAbsent(name, _ -> new int[1])[0]++;
      return true;
    }
  }

  /// What a tag is to an issue.
  enum Place {
    known,
    fresh,
    beyondBound
  }

  /// An issue that was made just now has no tags to read.
  void begin(long issue) {
    issues.put(issue, new Known());
    held++;
  }

  /// Takes a tag for one that the issue has from now on, unless it is beyond the bound.
  Place place(Known known, Tag tag) {
    if (known.tags.contains(tag.id())) {
      return Place.known;
    }
    if (known.values(tag.name()) >= MOST_VALUES_OF_A_NAME && !tag.other()) {
      return Place.beyondBound;
    }
    known.add(tag.id(), tag.name());
    held++;
    return Place.fresh;
  }

  void forget() {
    issues.clear();
    held = 0;
  }

  /// Forgets idle issues; only between two batches, for within one what was made is not to be read.
  void shrink() {
    var idle = issues.values().iterator();
    while (held > MOST_HELD && idle.hasNext()) {
      held -= 1 + idle.next().tags.size();
      idle.remove();
    }
  }

  /// What an issue has.
  Known of(long issue) throws SQLException {
    Known known = issues.get(issue);
    if (known != null) {
      return known;
    }
    Known read = new Known();
    prepared.select(
        """
        SELECT issue_tag.tag, project_tag.name FROM issue_tag
        JOIN project_tag ON project_tag.id = issue_tag.tag WHERE issue_tag.issue IN (<list>)\
        """,
        List.of(),
        List.of(issue),
        row -> read.add(row.getLong(1), row.getString(2)));
    issues.put(issue, read);
    held += 1 + read.tags.size();
    return read;
  }
}

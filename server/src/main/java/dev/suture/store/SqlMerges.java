package dev.suture.store;

import dev.suture.issue.IssueStore;
import dev.suture.issue.MergeStore;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Merges issues in SQL, each merge in one transaction.
///
/// A merged issue's own row goes, so that no list needs to know of merges; its rows as they were
/// stay with the merge, by which it can be undone.
public final class SqlMerges implements MergeStore {
  private static final int MOST = 100;

  private final Database database;
  private final IssueStore issues;
  private final InstantSource clock;

  public SqlMerges(Database database, IssueStore issues, InstantSource clock) {
    this.database = database;
    this.issues = issues;
    this.clock = clock;
  }

  @Override
  public void merge(List<String> issues, String into, Actor actor) {
    if (issues.isEmpty() || issues.size() > MOST) {
      throw new Refused("Name 1 to " + MOST + " issues that are to become part of another.");
    }
    database.write(
        handle -> {
          long survivor = key(handle, into);
          for (String issue : List.copyOf(new java.util.LinkedHashSet<>(issues))) {
            long key = key(handle, issue);
            if (key == survivor) {
              throw new Refused("An issue cannot become part of itself.");
            }
            merge(handle, key, survivor, actor);
          }
          return SqlActivity.insert(
              handle, survivor, clock.instant(), actor, new Deed.Merged(List.copyOf(issues)));
        });
  }

  private static long key(Handle handle, String issue) {
    return IssueId.key(handle, issue)
        .orElseThrow(() -> new Refused("There is no issue with one of these ids."));
  }

  private void merge(Handle handle, long from, long to, Actor actor) {
    Map<String, Object> merged = MergeRows.read(handle, "issue", "id", from).getFirst();
    Map<String, Object> survivor = MergeRows.read(handle, "issue", "id", to).getFirst();
    if (number(merged, "project") != number(survivor, "project")) {
      throw new Refused("Issues of two projects cannot be merged.");
    }
    MergedTexts texts = new MergedTexts(handle, IssueId.of(handle, from), IssueId.of(handle, to));
    Map<String, List<Map<String, Object>>> rows = record(handle, merged, to, texts);
    handle.execute(
        """
        INSERT INTO issue_merge (project, number, was, survivor, at, person, record)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        number(merged, "project"),
        number(merged, "number"),
        from,
        to,
        Database.micros(clock.instant()),
        actor.name(),
        MergeRows.text(rows));
    for (MergeRows.Counts counts : MergeRows.COUNTS) {
      List<Map<String, Object>> own = rows.getOrDefault(counts.table(), List.of());
      MergeRows.put(handle, counts, own, to);
      MergeRows.delete(handle, counts, own, from);
    }
    new MergedUsers(handle).join(from, to);
    for (String table : MergeRows.MOVED.keySet()) {
      handle.execute("UPDATE " + table + " SET issue = ? WHERE issue = ?", to, from);
    }
    handle.execute("UPDATE event SET issue = ? WHERE issue = ?", to, from);
    texts.move();
    handle.execute("DELETE FROM issue_shape WHERE issue = ?", from);
    handle.execute("DELETE FROM issue_text WHERE issue = ?", from);
    handle.execute("DELETE FROM issue WHERE id = ?", from);
    new IssueTotals(handle, to)
        .join(merged, rows.getOrDefault("issue_text", List.of()).getFirst(), survivor);
  }

  /// All rows of an issue that a merge changes.
  private static Map<String, List<Map<String, Object>>> record(
      Handle handle, Map<String, Object> merged, long to, MergedTexts texts) {
    long from = number(merged, "id");
    Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    rows.put("issue", List.of(merged));
    for (MergeRows.Counts counts : MergeRows.COUNTS) {
      rows.put(counts.table(), MergeRows.read(handle, counts, merged));
    }
    for (String table : List.of("issue_text", "issue_shape", "issue_users")) {
      rows.put(table, MergeRows.read(handle, table, "issue", from));
    }
    for (String table : MergeRows.MOVED.keySet()) {
      rows.put(table, MergeRows.read(handle, table, "issue", from));
    }
    rows.put("survivor_users", MergeRows.read(handle, "issue_users", "issue", to));
    rows.put("capture", texts.ids("capture"));
    rows.put("hotfix", texts.ids("hotfix"));
    return rows;
  }

  private static long number(Map<String, Object> row, String column) {
    return MergeRows.number(row, column);
  }

  @Override
  public String undo(String issue, long merge, Actor actor) {
    return database.write(
        handle -> {
          Map<String, Object> row =
              MergeRows.read(handle, "issue_merge", "id", merge).stream()
                  .findFirst()
                  .orElseThrow(() -> new Refused("There is no merge with this number."));
          if (row.get("undone") != null) {
            throw new Refused("This merge was undone already.");
          }
          long was = number(row, "was");
          long survivor = number(row, "survivor");
          boolean merges = IssueId.key(handle, issue).filter(key -> key == survivor).isPresent();
          if (!merges || MergeRows.read(handle, "issue", "id", survivor).isEmpty()) {
            throw new Refused(
                "The issue that it was merged into is part of another by now, or deleted. Undo"
                    + " that merge first.");
          }
          Map<String, List<Map<String, Object>>> rows =
              MergeRows.parse(String.valueOf(row.get("record")));
          new Undoing(handle, issues, survivor, was, number(row, "at")).restore(rows);
          handle.execute(
              "UPDATE issue_merge SET undone = ? WHERE id = ?",
              Database.micros(clock.instant()),
              merge);
          String back = IssueId.of(handle, was);
          List<String> hashes =
              rows.getOrDefault("issue_hash", List.of()).stream()
                  .map(hash -> String.valueOf(hash.get("hash")))
                  .toList();
          SqlActivity.insert(
              handle, survivor, clock.instant(), actor, new Deed.Unmerged(hashes, back));
          SqlActivity.insert(handle, was, clock.instant(), actor, new Deed.Unmerged(hashes, null));
          return back;
        });
  }

  @Override
  public String split(String issue, String hash, Actor actor) {
    return database.write(
        handle -> {
          long from = key(handle, issue);
          Splitting splitting = new Splitting(handle, issues, from, hash);
          long made = splitting.split();
          handle.execute(
              """
              INSERT INTO issue_split (project, hash, was, made, events, counted, at, person)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
              splitting.project(),
              hash,
              from,
              made,
              splitting.events(),
              splitting.counted(),
              Database.micros(clock.instant()),
              actor.name());
          String id = IssueId.of(handle, made);
          SqlActivity.insert(
              handle, from, clock.instant(), actor, new Deed.Unmerged(List.of(hash), id));
          return id;
        });
  }

  @Override
  public List<Entry> history(String issue) {
    return database.read(
        handle -> {
          long key = IssueId.key(handle, issue).orElse(-1L);
          String slug = IssueId.parse(issue).map(IssueId::slug).orElse("");
          List<Entry> entries = new ArrayList<>();
          handle
              .select(
                  """
                  SELECT id, number, at, person, undone, record FROM issue_merge
                  WHERE survivor = ? ORDER BY id DESC LIMIT 200""",
                  key)
              .map(
                  (row, _) -> {
                    var rows = MergeRows.parse(row.getString(6));
                    Map<String, Object> merged = rows.getOrDefault("issue", List.of()).getFirst();
                    Map<String, Object> text =
                        rows.getOrDefault("issue_text", List.of()).getFirst();
                    long undone = row.getLong(5);
                    return new Entry(
                        row.getLong(1),
                        new IssueId(slug, row.getLong(2)).text(),
                        String.valueOf(text.get("title")),
                        number(merged, "events"),
                        null,
                        null,
                        Database.instant(row.getLong(3)),
                        row.getString(4),
                        undone == 0 ? null : Database.instant(undone));
                  })
              .forEach(entries::add);
          handle
              .select(
                  """
                  SELECT issue_split.hash, issue.number, issue_text.title, issue_split.events,
                    issue_split.counted, issue_split.at, issue_split.person
                  FROM issue_split JOIN issue ON issue.id = issue_split.made
                  JOIN issue_text ON issue_text.issue = issue.id
                  WHERE was = ? ORDER BY issue_split.id DESC LIMIT 200""",
                  key)
              .map(
                  (row, _) ->
                      new Entry(
                          null,
                          new IssueId(slug, row.getLong(2)).text(),
                          row.getString(3),
                          row.getLong(4),
                          row.getString(1),
                          row.getLong(5),
                          Database.instant(row.getLong(6)),
                          row.getString(7),
                          null))
              .forEach(entries::add);
          entries.sort((one, other) -> other.at().compareTo(one.at()));
          return entries;
        });
  }
}

package dev.suture.store;

import dev.suture.event.Event;
import dev.suture.issue.IssueStore.Recorded;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.Worth;
import dev.suture.store.IssueRows.Owner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// How micro-batches get into the tables: read what is known, fold the batch in memory, then write
/// each row that it touches once. On the writing thread, within its transaction.
final class Recording {
  private final Prepared prepared = new Prepared();
  private final SeenEvents seen = new SeenEvents(prepared);
  private final ProjectTags projectTags = new ProjectTags(prepared);
  private final IssueTags issueTags = new IssueTags(prepared);

  private final Bodies bodies;

  Recording(Bodies bodies) {
    this.bodies = bodies;
  }

  /// What is remembered from batch to batch holds no longer when a transaction is undone.
  void forget() {
    prepared.forget();
    projectTags.forget();
    issueTags.forget();
  }

  List<Recorded> record(Handle handle, List<Sighting> batch) throws SQLException {
    prepared.on(handle.getConnection());
    Map<Long, Owner> owners = owners(batch);
    boolean[] fresh = fresh(batch, owners);
    List<Sighting> news = new ArrayList<>(batch.size());
    for (int i = 0; i < fresh.length; i++) {
      if (fresh[i]) {
        news.add(batch.get(i));
      }
    }
    List<Recorded> counted = news.isEmpty() ? List.of() : count(handle, news, owners);
    List<Recorded> all = new ArrayList<>(batch.size());
    int next = 0;
    for (boolean isNew : fresh) {
      all.add(isNew ? counted.get(next++) : new Recorded.Repeated());
    }
    return all;
  }

  private Map<Long, Owner> owners(List<Sighting> batch) throws SQLException {
    TreeSet<Long> projects = new TreeSet<>();
    batch.forEach(sighting -> projects.add(sighting.event().project()));
    Map<Long, Owner> owners = new HashMap<>();
    prepared.select(
        "SELECT id, slug, salt FROM project WHERE id IN (<list>)",
        List.of(),
        List.copyOf(projects),
        row -> owners.put(row.getLong(1), new Owner(row.getString(2), row.getBytes(3))));
    projects.removeAll(owners.keySet());
    if (!projects.isEmpty()) {
      throw new IllegalArgumentException("there is no project " + projects.first());
    }
    return owners;
  }

  private boolean[] fresh(List<Sighting> batch, Map<Long, Owner> owners) throws SQLException {
    List<Event> events = new ArrayList<>(batch.size());
    long[] hashes = new long[batch.size()];
    for (int i = 0; i < hashes.length; i++) {
      Event event = batch.get(i).event();
      events.add(event);
      hashes[i] = SeenEvents.hash(salt(owners, event), event.id());
    }
    return seen.remember(events, hashes);
  }

  private List<Recorded> count(Handle handle, List<Sighting> news, Map<Long, Owner> owners)
      throws SQLException {
    SqlHashes hashes = new SqlHashes(prepared);
    KnownReleases releases = new KnownReleases(handle);
    IssueRows issues = new IssueRows(prepared, hashes, owners);
    RateTally rates = new RateTally();
    TagTally tags = new TagTally(projectTags, issueTags);
    UserTally users = new UserTally();
    KeptEvents kept = new KeptEvents();
    issueTags.shrink();
    issues.read(news);
    List<Recorded> recorded = new ArrayList<>(news.size());
    for (int i = 0; i < news.size(); i++) {
      Sighting sighting = news.get(i);
      Event event = sighting.event();
      boolean shown = hashes.counts(sighting);
      IssueRow issue = issues.of(sighting, issueTags);
      if (!shown) {
        SimilarRows.write(prepared, issue.key(), event);
      }
      long hash = hashes.count(sighting, issue.key());
      boolean turned = issue.add(sighting, releases::of);
      releases.saw(event);
      boolean novel = tags.add(issue.key(), event, sighting.facets());
      rates.add(issue.key(), event);
      users.add(issue.key(), salt(owners, event), event.user());
      SqlTrust.count(prepared, issue.key(), event);
      Worth worth = issue.judge(sighting, turned, novel);
      if (worth == null) {
        issue.pass(sighting, i, hash);
      } else {
        issue.keep(sighting);
        kept.add(sighting, issue.key(), hash, worth);
      }
      recorded.add(new Recorded.Counted(issue.issue(), worth != null));
    }
    for (IssueRow issue : issues.touched()) {
      IssueRow.Passed newest = issue.passed();
      if (newest != null) {
        issue.keep(newest.sighting());
        kept.add(newest.sighting(), issue.key(), newest.hash(), Worth.sample);
        recorded.set(newest.place(), new Recorded.Counted(issue.issue(), true));
      }
    }
    hashes.write();
    kept.write(prepared, bodies);
    rates.write(prepared);
    tags.write(prepared);
    issues.write(handle, users.write(prepared));
    releases.write();
    return recorded;
  }

  private static byte[] salt(Map<Long, Owner> owners, Event event) {
    return Objects.requireNonNull(owners.get(event.project())).salt();
  }
}

package dev.suture.hotfix;

import dev.suture.issue.activity.ActivityStore;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hotfixes as another store keeps them, and an entry in their issue's log when one is opened and
/// when it is closed.
public final class ToldHotfixes implements HotfixStore {
  private final HotfixStore kept;
  private final ActivityStore activity;
  private final InstantSource clock;

  public ToldHotfixes(HotfixStore kept, ActivityStore activity, InstantSource clock) {
    this.kept = kept;
    this.activity = activity;
    this.clock = clock;
  }

  @Override
  public void put(Hotfix hotfix) {
    Optional<Hotfix.State> before = kept.find(hotfix.id()).map(Hotfix::state);
    kept.put(hotfix);
    boolean wasOut = before.isPresent() && before.get() != Hotfix.State.planned;
    if (!wasOut && hotfix.state() != Hotfix.State.planned) {
      tell(hotfix, new Deed.HotfixOpened(hotfix.id()));
    }
    boolean wasClosed = before.isPresent() && before.get() == Hotfix.State.closed;
    if (!wasClosed && hotfix.state() == Hotfix.State.closed) {
      tell(hotfix, new Deed.HotfixClosed(hotfix.id()));
    }
  }

  private void tell(Hotfix hotfix, Deed deed) {
    String issue = hotfix.issue();
    if (issue != null) {
      activity.add(issue, clock.instant(), Actor.SYSTEM, deed);
    }
  }

  @Override
  public Optional<Hotfix> find(String id) {
    return kept.find(id);
  }

  @Override
  public List<Hotfix> ofIssue(String issue) {
    return kept.ofIssue(issue);
  }

  @Override
  public Map<String, List<Hotfix>> ofIssues(Collection<String> issues) {
    return kept.ofIssues(issues);
  }

  @Override
  public List<Hotfix> all() {
    return kept.all();
  }
}

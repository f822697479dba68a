package dev.suture.cause.chain;

import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.cause.Evidence;
import dev.suture.cause.Witness;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What recorders saw of the same project in sessions that did not fail in this way: those of its
/// other issues.
final class Others {
  private static final int ISSUES = 12;
  private static final int CAPTURES = 2;
  private static final int KEPT = 128;

  private final Evidence evidence;
  private final Map<String, Contract.Compared> known = new LinkedHashMap<>(16, .75f, true);

  Others(Evidence evidence) {
    this.evidence = evidence;
  }

  /// The bad field beside what the endpoint answered before in the same session, and in others.
  Contract.Compared compare(Witness witness, Candidates.Candidate candidate, String field) {
    Exchange bad = candidate.exchange();
    List<Capture> captures = captures(witness.subject().issue());
    StringBuilder key = new StringBuilder(witness.subject().event().id()).append(' ').append(field);
    captures.forEach(each -> key.append(' ').append(each.id()));
    synchronized (known) {
      Contract.Compared before = known.get(key.toString());
      if (before != null) {
        return before;
      }
    }
    List<Exchange> others = new ArrayList<>();
    witness.exchanges().stream().filter(each -> each.at() < bad.at()).forEach(others::add);
    captures.forEach(each -> others.addAll(Witness.exchanges(each, evidence)));
    Contract.Compared compared = Contract.compare(bad, field, others);
    synchronized (known) {
      known.put(key.toString(), compared);
      if (known.size() > KEPT) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return compared;
  }

  private List<Capture> captures(Issue issue) {
    List<Capture> captures = new ArrayList<>();
    var query = new IssueStore.Query(issue.project(), null, null);
    for (Issue other : evidence.issues().list(query, null, ISSUES).issues()) {
      if (!other.id().equals(issue.id()) && other.captures() > 0) {
        captures.addAll(evidence.captures().ofIssue(other.id(), CAPTURES));
      }
    }
    return captures;
  }
}

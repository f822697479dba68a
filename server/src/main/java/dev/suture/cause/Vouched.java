package dev.suture.cause;

import dev.suture.event.Sender;
import dev.suture.issue.trust.Standing;
import dev.suture.issue.trust.Trust;
import dev.suture.issue.trust.Vouching;
import java.util.Optional;

/// Who stands behind what a bundle shows: the very event that it is made from.
public final class Vouched implements Vouching {
  private final Evidence evidence;
  private final Origin origin;

  public Vouched(Evidence evidence, Origin origin) {
    this.evidence = evidence;
    this.origin = origin;
  }

  @Override
  public Optional<Standing> of(String id) {
    return Subject.ofIssue(id, evidence, origin)
        .or(() -> Subject.ofCapture(id, evidence, origin))
        .map(subject -> of(subject, origin))
        .or(() -> origin.trust().of(id).map(Vouched::ofNone));
  }

  static Standing of(Subject subject, Origin origin) {
    String issue = subject.issue().id();
    return new Standing(
        issue,
        subject.event().id(),
        subject.event().details().sender(),
        origin.trust().of(issue).map(Trust::approval).orElse(null));
  }

  private static Standing ofNone(Trust trust) {
    return new Standing(trust.issue(), "", Sender.anonymousKey, trust.approval());
  }
}

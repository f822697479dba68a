package dev.suture.issue.trust;

import java.util.Optional;

/// Keeps how events came in, and what people said about it.
public interface TrustStore {
  /// @param issue id; hostile text
  Optional<Trust> of(String issue);

  /// Goes into the audit log, as taking it back does.
  ///
  /// @return false when there is no such issue, or the event is none of those kept of it
  boolean approve(String issue, Trust.Approval approval);

  /// Takes an approval back.
  ///
  /// @param by who takes it back, and when
  void withdraw(String issue, Trust.Approval by);
}

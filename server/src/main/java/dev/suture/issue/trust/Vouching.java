package dev.suture.issue.trust;

import java.util.Optional;

/// Tells whether somebody stands behind a failure before a program writes because of it.
public interface Vouching {
  /// Of an issue: the failure that speaks for it.
  ///
  /// @param id of an issue or a capture; hostile text
  Optional<Standing> of(String id);
}

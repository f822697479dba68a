package dev.suture.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where exemptions are kept, and when somebody was reminded.
public interface ExemptionStore {
  /// The newest word on a hotfix and line counts.
  void put(Exemption exemption);

  /// @return whether there was one
  boolean remove(String hotfix, String line);

  List<Exemption> of(String hotfix);

  /// When somebody was last reminded of what a line owes.
  Optional<Instant> reminded(String hotfix, String line);

  void remind(String hotfix, String line, Instant at);
}

package dev.suture.line;

import java.util.List;

/// Where exemptions are kept.
public interface ExemptionStore {
  /// The newest word on a hotfix and line counts.
  void put(Exemption exemption);

  /// @return whether there was one
  boolean remove(String hotfix, String line);

  List<Exemption> of(String hotfix);
}

package dev.suture.carry;

import java.util.Optional;

/// Where it is kept which forge a project has.
public interface ForgeStore {
  void put(String project, ForgeSite site);

  Optional<ForgeSite> of(String project);
}

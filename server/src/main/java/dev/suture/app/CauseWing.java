package dev.suture.app;

import dev.suture.http.CauseApi;

/// Why an issue fails.
final class CauseWing {
  private CauseWing() {}

  static Wing of(Wings.Base base) {
    return Wing.of(CauseApi.routes(base.rooms().bundles().causes()));
  }
}

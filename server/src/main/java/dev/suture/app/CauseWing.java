package dev.suture.app;

import dev.suture.cause.chain.Causes;
import dev.suture.http.CauseApi;
import dev.suture.mcp.ExplainCause;
import java.util.List;

/// Why an issue fails.
final class CauseWing {
  private CauseWing() {}

  static Wing of(Wings.Base base) {
    Causes causes = base.rooms().bundles().causes();
    return new Wing(CauseApi.routes(causes), List.of(new ExplainCause(causes)), List.of());
  }
}

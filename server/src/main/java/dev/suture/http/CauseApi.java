package dev.suture.http;

import dev.suture.cause.chain.Causes;
import java.util.List;

/// Why an issue fails.
public final class CauseApi {
  private CauseApi() {}

  public static List<Route> routes(Causes causes) {
    return List.of(
        Api.operator(
            "GET",
            "/issues/{id}/cause",
            call ->
                Answer.json(
                    200,
                    causes
                        .ofIssue(call.param("id"))
                        .orElseThrow(() -> Refusal.notFound("There is no issue with this id.")))));
  }
}

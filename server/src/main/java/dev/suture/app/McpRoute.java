package dev.suture.app;

import dev.suture.account.Scope;
import dev.suture.http.Answer;
import dev.suture.http.Call;
import dev.suture.http.Route;
import dev.suture.mcp.McpRequest;
import dev.suture.mcp.McpResponse;
import dev.suture.mcp.McpServer;
import java.io.IOException;

/// Puts the Model Context Protocol behind the HTTP door, which checks Host, Origin and who calls;
/// each tool checks its own scope.
public final class McpRoute {
  private McpRoute() {}

  public static Route of(McpServer server) {
    return new Route("POST", "/mcp", Route.Access.operator, call -> answer(server, call))
        .needing(Scope.failureRead, Scope.hotfixWrite, Scope.shipPropose);
  }

  private static Answer answer(McpServer server, Call call) throws IOException {
    McpRequest request =
        new McpRequest(call::header, call.bytes(McpRequest.MOST_BYTES), call.principal());
    return switch (server.handle(request)) {
      case McpResponse.Whole(int status, byte[] body) ->
          body.length == 0 ? Answer.empty(status) : Answer.bytes(status, "application/json", body);
      case McpResponse.Lacking(String scopes, byte[] body) ->
          Answer.bytes(403, "application/json", body)
              .with(
                  "WWW-Authenticate",
                  "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\"");
      case McpResponse.Streamed(McpResponse.Events events) ->
          Answer.streamed(200, "text/event-stream", events::writeTo);
    };
  }
}

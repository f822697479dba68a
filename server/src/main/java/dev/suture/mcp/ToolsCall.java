package dev.suture.mcp;

import dev.suture.account.Principal;
import dev.suture.account.Reach;
import dev.suture.account.Scope;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls a tool. Wrong arguments are the tool's answer, so that an agent can correct itself; a tool
/// that is not there is an error of the protocol.
final class ToolsCall implements Method {
  /// The id of nothing, in the place of one that the caller does not see: the tool answers both
  /// alike.
  private static final String NOTHING = "nothing-0";

  private final Map<String, Offered> tools = new HashMap<>();
  private final McpRooms rooms;

  /// A tool and what it takes.
  private record Offered(Tool tool, JsonNode takes) {}

  ToolsCall(List<Tool> tools, McpRooms rooms) {
    for (Tool tool : tools) {
      Tool.Definition definition = tool.definition();
      this.tools.put(definition.name(), new Offered(tool, definition.inputSchema()));
    }
    this.rooms = rooms;
  }

  @Override
  public String name() {
    return "tools/call";
  }

  @Override
  public String named() {
    return "name";
  }

  /// A client that wants to know how far a tool is gets told; the tool may wait for an origin.
  @Override
  public boolean streams(Call call) {
    return !call.params().path("_meta").path("progressToken").isMissingNode();
  }

  @Override
  public Object answer(Call call) throws RpcProblem, IOException {
    progress(call, 0);
    Object answer = called(call);
    progress(call, 1);
    return answer;
  }

  private static void progress(Call call, int done) throws IOException {
    if (call.stream() != null) {
      JsonNode token = call.params().path("_meta").path("progressToken");
      call.stream().tell("notifications/progress", new Progress(token, done, 1));
    }
  }

  record Progress(JsonNode progressToken, int progress, int total) {}

  private Object called(Call call) throws RpcProblem {
    String name = call.params().path("name").asString("");
    Offered offered = tools.get(name);
    if (offered == null) {
      throw RpcProblem.params("Unknown tool: tools/list has the names of those there are");
    }
    Tool tool = offered.tool();
    JsonNode values = call.params().path("arguments");
    if (!values.isMissingNode() && !values.isNull() && !values.isObject()) {
      throw RpcProblem.params("arguments is an object");
    }
    try {
      Arguments arguments =
          Arguments.of(seen(values, tool, call.who().reach()), offered.takes(), call.who());
      Scope needed = tool.needs(arguments);
      if (!call.who().may(needed)) {
        if (call.who().via() == Principal.Via.grant) {
          throw RpcProblem.lacking(both(call.who(), needed));
        }
        throw lacks(needed);
      }
      if (tool.writes(arguments)) {
        checkEvidence(tool, arguments);
      }
      return tool.call(arguments);
    } catch (ToolProblem problem) {
      return ToolResult.problem(problem);
    }
  }

  private static String both(Principal who, Scope needed) {
    return Stream.concat(who.scopes().stream(), Stream.of(needed))
        .map(Scope::word)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static ToolProblem lacks(Scope scope) {
    return new ToolProblem(
        "Whoever you call for does not have the scope "
            + scope.word()
            + ", which this tool needs. Ask for a token that has it.");
  }

  private void checkEvidence(Tool tool, Arguments arguments) throws ToolProblem {
    String issue =
        arguments.text("id").flatMap(tool::subject).flatMap(rooms::unvouched).orElse(null);
    if (issue != null) {
      throw new ToolProblem(
          "The failure shown of "
              + issue
              + " came in through an anonymous key, so anybody can have made it up. Ask a person to"
              + " approve it on its page, /issues/"
              + issue
              + ", then call again. No tool can.");
    }
  }

  private JsonNode seen(JsonNode values, Tool tool, Reach reach) {
    Optional<String> subject =
        values.path("id").isString()
            ? tool.subject(values.path("id").asString())
            : Optional.empty();
    boolean hidden = subject.filter(id -> !rooms.isSeen(reach, id)).isPresent();
    return hidden && values instanceof ObjectNode object
        ? object.deepCopy().put("id", NOTHING)
        : values;
  }
}

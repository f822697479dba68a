package dev.suture.mcp;

import dev.suture.account.Reach;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Calls a tool. Wrong arguments are the tool's answer, so that an agent can correct itself; a tool
/// that is not there is an error of the protocol.
final class ToolsCall implements Method {
  /// The id of nothing, in the place of one that the caller does not see: the tool answers both
  /// alike.
  private static final String NOTHING = "nothing-0";

  private final List<Tool> tools;
  private final McpRooms rooms;

  ToolsCall(List<Tool> tools, McpRooms rooms) {
    this.tools = tools;
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

  @Override
  public Object answer(Call call) throws RpcProblem {
    String name = call.params().path("name").asString("");
    Tool tool =
        tools.stream()
            .filter(each -> each.definition().name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    RpcProblem.params("Unknown tool: tools/list has the names of those there are"));
    JsonNode values = call.params().path("arguments");
    if (!values.isMissingNode() && !values.isNull() && !values.isObject()) {
      throw RpcProblem.params("arguments is an object");
    }
    if (!call.who().may(tool.needs())) {
      return ToolResult.problem(
          new ToolProblem(
              "Whoever you call for does not have the scope "
                  + tool.needs().word()
                  + ", which this tool needs. Ask for a token that has it."));
    }
    Reach reach = call.who().reach();
    try {
      return tool.call(Arguments.of(seen(values, reach), tool.definition().inputSchema(), reach));
    } catch (ToolProblem problem) {
      return ToolResult.problem(problem);
    }
  }

  private JsonNode seen(JsonNode values, Reach reach) {
    boolean hidden =
        values.path("id").isString() && !rooms.isSeen(reach, values.path("id").asString());
    return hidden && values instanceof ObjectNode object
        ? object.deepCopy().put("id", NOTHING)
        : values;
  }
}

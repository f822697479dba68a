package dev.suture.mcp;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Calls a tool. Wrong arguments are the tool's answer, so that an agent can correct itself; a tool
/// that is not there is an error of the protocol.
final class ToolsCall implements Method {
  private final List<Tool> tools;

  ToolsCall(List<Tool> tools) {
    this.tools = tools;
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
    try {
      return tool.call(Arguments.of(values, tool.definition().inputSchema()));
    } catch (ToolProblem problem) {
      return ToolResult.problem(problem);
    }
  }
}

package dev.suture.mcp;

import dev.suture.cause.Briefing;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a tool answers. Clients show the model either the text or the structure, so both are
/// rendered from the same briefing with the same mark.
record ToolResult(List<Content> content, @Nullable JsonNode structuredContent, boolean isError) {

  sealed interface Content {}

  record Text(String type, String text) implements Content {}

  record Image(String type, String data, String mimeType) implements Content {}

  /// One section of a briefing.
  ///
  /// @param origin who could have written the text; absent for words of ours
  /// @param mark names the data block; absent for words of ours
  record Told(String heading, String text, @Nullable String origin, @Nullable String mark) {}

  /// @param facts a record of ids, counts and states of ours; becomes the top of the structure
  static ToolResult of(Object facts, Briefing briefing) {
    String mark = Briefing.newMark();
    ObjectNode structure = Json.MAPPER.valueToTree(facts);
    structure.set(
        "told",
        Json.MAPPER.valueToTree(
            briefing.sections().stream().map(section -> told(section, mark)).toList()));
    return new ToolResult(List.of(new Text("text", briefing.markdown(mark))), structure, false);
  }

  ToolResult with(byte[] image, String mediaType) {
    List<Content> more = new ArrayList<>(content);
    more.add(new Image("image", Base64.getEncoder().encodeToString(image), mediaType));
    return new ToolResult(List.copyOf(more), structuredContent, isError);
  }

  /// Of an error a client shows the model the text alone.
  static ToolResult problem(ToolProblem problem) {
    String said = problem.said();
    String apart =
        said == null
            ? ""
            : "\n\n"
                + Briefing.builder()
                    .data("What git said", Briefing.Provenance.repository, said)
                    .build()
                    .markdown(Briefing.newMark());
    return new ToolResult(List.of(new Text("text", problem.sentence() + apart)), null, true);
  }

  private static Told told(Briefing.Section section, String mark) {
    return switch (section) {
      case Briefing.Said(String heading, String text) -> new Told(heading, text, null, null);
      case Briefing.Data data -> new Told(data.heading(), data.text(), data.label(), mark);
    };
  }

  /// The schema of `told`, for every tool's output; the instructions say what it is.
  static Map<String, Object> toldSchema() {
    return Schemas.LIST;
  }
}

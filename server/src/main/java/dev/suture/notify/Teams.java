package dev.suture.notify;

import dev.suture.alert.Channel;
import dev.suture.alert.Message;
import dev.suture.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A webhook of Microsoft Teams Workflows, which takes an Adaptive Card. All text stands in runs of
/// rich text blocks: a text block would read it as Markdown.
final class Teams implements Tongue {
  /// More are folded away.
  private static final int MOST_ACTIONS = 6;

  @Override
  public List<Post> posts(Channel channel, String secret, Message message) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("type", "message");
    ObjectNode card =
        body.putArray("attachments")
            .addObject()
            .put("contentType", "application/vnd.microsoft.card.adaptive")
            .putObject("content")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4");
    card.putObject("msteams").put("width", "Full");
    ArrayNode parts = card.putArray("body");
    run(block(parts), message.headline()).put("weight", "Bolder").put("size", "Medium");
    ArrayNode actions = Json.MAPPER.createArrayNode();
    for (Shown shown : Shown.of(message)) {
      add(parts, shown);
      for (Shown.Link link : shown.links()) {
        if (actions.size() < MOST_ACTIONS) {
          actions
              .addObject()
              .put("type", "Action.OpenUrl")
              .put("title", link.label())
              .put("url", link.address());
        }
      }
    }
    String footer = Shown.footer(message);
    if (!footer.isBlank()) {
      run(block(parts), footer).put("isSubtle", true).put("size", "Small");
    }
    card.set("actions", actions);
    return List.of(new Post(URI.create(secret), Json.MAPPER.writeValueAsBytes(body), Map.of()));
  }

  private static void add(ArrayNode parts, Shown shown) {
    run(block(parts), shown.says());
    if (!shown.quote().isEmpty()) {
      run(block(parts), shown.quote()).put("fontType", "Monospace");
    }
    if (!shown.release().isEmpty()) {
      ArrayNode since = block(parts);
      run(since, "Since ");
      run(since, shown.release()).put("fontType", "Monospace");
      run(since, ", " + shown.since());
    }
    if (!shown.facts().isEmpty()) {
      ArrayNode facts = block(parts);
      shown
          .facts()
          .forEach(
              fact -> run(facts, fact.name() + ": " + fact.value() + "   ").put("isSubtle", true));
    }
  }

  private static ArrayNode block(ArrayNode parts) {
    return parts.addObject().put("type", "RichTextBlock").putArray("inlines");
  }

  private static ObjectNode run(ArrayNode inlines, String text) {
    return inlines.addObject().put("type", "TextRun").put("text", text);
  }
}

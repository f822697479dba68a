package dev.suture.notify;

import dev.suture.alert.Channel;
import dev.suture.alert.Message;
import dev.suture.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An incoming webhook of Slack. Captured text stands in elements of rich text only, in which
/// nothing is markup: no mention, no link.
final class Slack implements Tongue {
  private static final int LONGEST_HEADER = 150;

  @Override
  public List<Post> posts(Channel channel, String secret, Message message) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("text", escaped(message.headline()));
    body.put("unfurl_links", false);
    body.put("unfurl_media", false);
    ArrayNode blocks = body.putArray("blocks");
    String headline = message.headline();
    blocks
        .addObject()
        .put("type", "header")
        .putObject("text")
        .put("type", "plain_text")
        .put("emoji", false)
        .put(
            "text",
            headline.length() > LONGEST_HEADER
                ? headline.substring(0, LONGEST_HEADER - 1) + "…"
                : headline);
    for (Shown shown : Shown.of(message)) {
      add(blocks.addObject().put("type", "rich_text").putArray("elements"), shown);
    }
    String footer = Shown.footer(message);
    if (!footer.isBlank()) {
      blocks
          .addObject()
          .put("type", "context")
          .putArray("elements")
          .addObject()
          .put("type", "plain_text")
          .put("emoji", false)
          .put("text", footer);
    }
    return List.of(new Post(URI.create(secret), Json.MAPPER.writeValueAsBytes(body), Map.of()));
  }

  private static void add(ArrayNode elements, Shown shown) {
    ArrayNode first = section(elements);
    text(first, shown.says(), "bold");
    if (!shown.quote().isEmpty()) {
      ArrayNode quote =
          elements.addObject().put("type", "rich_text_preformatted").putArray("elements");
      quote.addObject().put("type", "text").put("text", shown.quote());
    }
    ArrayNode rest = section(elements);
    if (!shown.release().isEmpty()) {
      text(rest, "Since ", "");
      text(rest, shown.release(), "code");
      text(rest, ", " + shown.since() + "\n", "");
    }
    shown.facts().forEach(fact -> text(rest, fact.name() + ": " + fact.value() + "\n", ""));
    for (Shown.Link link : shown.links()) {
      if (link != shown.links().getFirst()) {
        text(rest, ", ", "");
      }
      rest.addObject().put("type", "link").put("url", link.address()).put("text", link.label());
    }
  }

  private static ArrayNode section(ArrayNode elements) {
    return elements.addObject().put("type", "rich_text_section").putArray("elements");
  }

  private static void text(ArrayNode into, String text, String style) {
    ObjectNode element = into.addObject().put("type", "text").put("text", text);
    if (!style.isEmpty()) {
      element.putObject("style").put(style, true);
    }
  }

  /// For the line of a notification, which is read as markup.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

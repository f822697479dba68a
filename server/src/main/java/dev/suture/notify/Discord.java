package dev.suture.notify;

import dev.suture.alert.Channel;
import dev.suture.alert.Message;
import dev.suture.alert.Severity;
import dev.suture.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A webhook of Discord. Nobody is mentioned whatever the text says, and captured text stands in
/// blocks of code that it cannot end.
final class Discord implements Tongue {
  private static final int RED = 0xd64545;
  private static final int AMBER = 0xd99a2b;
  private static final int GREEN = 0x2f9e6e;

  /// All embeds of a message together may have 6,000 characters.
  private static final int MOST = 6;

  @Override
  public List<Post> posts(Channel channel, String secret, Message message) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("content", marked(message.headline()));
    body.putObject("allowed_mentions").putArray("parse");
    ArrayNode embeds = body.putArray("embeds");
    List<Shown> all = Shown.of(message);
    for (Shown shown : all.subList(0, Math.min(MOST, all.size()))) {
      ObjectNode embed =
          embeds
              .addObject()
              .put("title", shown.links().getFirst().label())
              .put("url", shown.links().getFirst().address())
              .put("color", color(message))
              .put("description", description(shown));
      ArrayNode fields = embed.putArray("fields");
      shown
          .facts()
          .forEach(
              fact ->
                  fields
                      .addObject()
                      .put("name", fact.name())
                      .put("value", marked(fact.value()))
                      .put("inline", true));
    }
    String footer = Shown.footer(message);
    if (!footer.isBlank() && !embeds.isEmpty()) {
      ((ObjectNode) embeds.get(embeds.size() - 1)).putObject("footer").put("text", footer);
    }
    return List.of(new Post(URI.create(secret), Json.MAPPER.writeValueAsBytes(body), Map.of()));
  }

  private static String description(Shown shown) {
    StringBuilder text = new StringBuilder(marked(shown.says()));
    if (!shown.quote().isEmpty()) {
      text.append("\n```\n").append(code(shown.quote())).append("\n```");
    }
    if (!shown.release().isEmpty()) {
      text.append("\nSince `")
          .append(code(shown.release()))
          .append("`, ")
          .append(marked(shown.since()));
    }
    for (Shown.Link link : shown.links().subList(1, shown.links().size())) {
      text.append("\n[")
          .append(marked(link.label()))
          .append("](")
          .append(link.address())
          .append(')');
    }
    return text.toString();
  }

  private static String code(String text) {
    return text.replace('`', '\'');
  }

  /// With every sign of Discord's Markdown taken as a sign.
  private static String marked(String text) {
    return text.replaceAll("([\\\\*_~`|>\\[\\]()#<@-])", "\\\\$1");
  }

  private static int color(Message message) {
    return switch (message.action()) {
      case resolve, test -> GREEN;
      case trigger, escalate, acknowledge -> message.severity() == Severity.critical ? RED : AMBER;
    };
  }
}

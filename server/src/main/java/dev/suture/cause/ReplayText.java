package dev.suture.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A window of a replay (rrweb events) in words: page loads, clicks, inputs, scrolls, and what
/// changed on the page with its text.
final class ReplayText {
  private static final int LINE = 220;
  private static final int TEXT = 100;
  private static final int DEPTH = 200;
  private static final int CHANGES = 6;
  private static final Set<String> NAMES = Set.of("id", "name", "type", "role", "aria-label");

  /// Those that mean something to a reader, by rrweb's number.
  private static final Map<Integer, String> INTERACTIONS =
      Map.of(2, "click", 3, "context menu", 4, "double click", 5, "focus", 7, "touch");

  private final Map<Integer, String> nodes = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final double zero;
  private final double from;
  private final double to;

  private ReplayText(double zero, double from, double to) {
    this.zero = zero;
    this.from = from;
    this.to = to;
  }

  /// @param events an rrweb recording
  /// @param zero the failure, epoch milliseconds
  /// @param from milliseconds relative to it
  static List<String> of(JsonNode events, double zero, double from, double to) {
    ReplayText text = new ReplayText(zero, from, to);
    events.forEach(text::read);
    return List.copyOf(text.lines);
  }

  private void read(JsonNode event) {
    double at = event.path("timestamp").asDouble(0);
    JsonNode data = event.path("data");
    switch (event.path("type").asInt(-1)) {
      case 2 -> {
        learn(data.path("node"), 0);
        say(at, "page drawn: " + clip(words(data.path("node"), 0), TEXT));
      }
      case 3 -> increment(at, data);
      case 4 ->
          say(
              at,
              "page load "
                  + data.path("href").asString("")
                  + " "
                  + data.path("width").asInt(0)
                  + "x"
                  + data.path("height").asInt(0));
      default -> {}
    }
  }

  private void increment(double at, JsonNode data) {
    switch (data.path("source").asInt(-1)) {
      case 0 -> mutation(at, data);
      case 2 -> {
        String interaction = INTERACTIONS.get(data.path("type").asInt(-1));
        if (interaction != null) {
          say(at, interaction + " on " + node(data));
        }
      }
      case 3 -> say(at, "scroll of " + node(data) + " to " + data.path("y").asInt(0));
      case 5 -> {
        String value =
            data.path("text").asString("").isEmpty() && data.path("isChecked").asBoolean(false)
                ? "checked"
                : '"' + clip(data.path("text").asString(""), TEXT) + '"';
        say(at, "input " + value + " into " + node(data));
      }
      default -> {}
    }
  }

  private void mutation(double at, JsonNode data) {
    List<String> changes = new ArrayList<>();
    for (JsonNode removed : data.path("removes")) {
      changes.add("removed " + node(removed));
    }
    added(data.path("adds"), changes);
    for (JsonNode text : data.path("texts")) {
      changes.add("text is now \"" + clip(text.path("value").asString(""), TEXT) + '"');
    }
    for (JsonNode changed : data.path("attributes")) {
      changes.add(
          "changed "
              + String.join(", ", changed.path("attributes").propertyNames())
              + " of "
              + node(changed));
    }
    if (!changes.isEmpty()) {
      String more = changes.size() > CHANGES ? "; " + (changes.size() - CHANGES) + " more" : "";
      say(at, String.join("; ", changes.subList(0, Math.min(CHANGES, changes.size()))) + more);
    }
  }

  /// A recorder lists each new node by itself; a reader wants to know what came to be read.
  private void added(JsonNode adds, List<String> changes) {
    List<String> elements = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (JsonNode added : adds) {
      JsonNode node = added.path("node");
      String words = words(node, 0);
      learn(node, 0);
      if (!words.isBlank()) {
        texts.add('"' + clip(words, TEXT) + '"');
        label(added.path("parentId").asInt(0), words);
      }
      if (node.path("type").asInt(0) == 2) {
        elements.add("<" + node.path("tagName").asString("") + ">");
      }
    }
    if (!elements.isEmpty() || !texts.isEmpty()) {
      changes.add(
          "added "
              + (elements.isEmpty() ? "text" : few(elements))
              + (texts.isEmpty() ? "" : " with " + few(texts)));
    }
  }

  private static String few(List<String> all) {
    String more = all.size() > CHANGES ? " and " + (all.size() - CHANGES) + " more" : "";
    return String.join(" ", all.subList(0, Math.min(CHANGES, all.size()))) + more;
  }

  /// Gives an element that has no text yet the one that was put into it.
  private void label(int id, String words) {
    String name = nodes.get(id);
    if (name != null && name.endsWith(">") && !name.contains(" \"")) {
      nodes.put(id, name.substring(0, name.length() - 1) + " \"" + clip(words, 40) + "\">");
    }
  }

  private void learn(JsonNode node, int depth) {
    if (depth < DEPTH) {
      nodes.put(node.path("id").asInt(0), name(node));
      node.path("childNodes").forEach(child -> learn(child, depth + 1));
    }
  }

  private String node(JsonNode holder) {
    return nodes.getOrDefault(holder.path("id").asInt(0), "an unknown element");
  }

  /// `<button id="pay" "Pay">`
  private static String name(JsonNode node) {
    if (node.path("type").asInt(0) == 3) {
      return "text \"" + clip(node.path("textContent").asString("").strip(), TEXT) + '"';
    }
    StringBuilder name = new StringBuilder("<").append(node.path("tagName").asString("document"));
    JsonNode attributes = node.path("attributes");
    for (String key : attributes.propertyNames()) {
      if (NAMES.contains(key) || key.startsWith("data-test")) {
        String value = clip(attributes.path(key).asString(""), TEXT);
        name.append(' ').append(key).append("=\"").append(value).append('"');
      }
    }
    String own = words(node, DEPTH - 3);
    return name.append(own.isBlank() ? "" : " \"" + clip(own, 40) + '"').append('>').toString();
  }

  /// The visible text under a node.
  private static String words(JsonNode node, int depth) {
    if (node.path("type").asInt(0) == 3) {
      return node.path("isStyle").asBoolean(false)
          ? ""
          : node.path("textContent").asString("").strip();
    }
    String tag = node.path("tagName").asString("");
    if (depth >= DEPTH || tag.equals("script") || tag.equals("style") || tag.equals("head")) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    for (JsonNode child : node.path("childNodes")) {
      String text = words(child, depth + 1);
      if (!text.isBlank() && words.length() < LINE) {
        words.append(words.isEmpty() ? "" : " ").append(text);
      }
    }
    return words.toString();
  }

  private void say(double at, String what) {
    double relative = Math.rint(at - zero);
    if (relative >= from && relative <= to) {
      String line =
          (relative > 0 ? "+" : "") + (long) relative + "  " + what.replaceAll("\\s+", " ");
      lines.add(clip(line, LINE));
    }
  }

  private static String clip(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " …";
  }
}

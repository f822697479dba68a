package dev.suture.cause;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.capture.Part;
import dev.suture.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads the parts of a capture. Everything in them is hostile: kinds are checked, ids that are not
/// plain are replaced, and numbers that are none become zero.
final class RecordingReader {
  /// Milliseconds in which a page deals with an answer.
  private static final double DEALT = 100;

  private static final int MOST_ENTRIES = 5000;

  private final Blobs blobs;
  private final List<String> problems = new ArrayList<>();

  RecordingReader(Blobs blobs) {
    this.blobs = blobs;
  }

  Recording read(Capture capture) {
    JsonNode page = part(capture, "page.json");
    JsonNode network = part(capture, "network.har");
    JsonNode console = part(capture, "console.json");
    JsonNode actions = part(capture, "actions.json");
    JsonNode storage = part(capture, "storage.json");
    return new Recording(
        exchanges(network),
        utterances(console),
        deeds(actions),
        stored(storage),
        facts(page),
        page.path("window").path("to").asDouble(0),
        List.copyOf(problems));
  }

  private JsonNode part(Capture capture, String name) {
    Part part = capture.part(name).orElse(null);
    if (part == null) {
      return MissingNode.getInstance();
    }
    try {
      return Json.MAPPER.readTree(blobs.get(part.blob()));
    } catch (IOException | JacksonException unreadable) {
      problems.add(name + " could not be read as JSON; its bytes are among the parts.");
      return MissingNode.getInstance();
    }
  }

  private static List<Exchange> exchanges(JsonNode har) {
    List<Exchange> exchanges = new ArrayList<>();
    for (JsonNode entry : har.path("log").path("entries")) {
      if (exchanges.size() == MOST_ENTRIES) {
        break;
      }
      exchanges.add(exchange(entry, exchanges.size()));
    }
    return List.copyOf(exchanges);
  }

  private static Exchange exchange(JsonNode entry, int index) {
    JsonNode request = entry.path("request");
    JsonNode response = entry.path("response");
    String id = text(entry, "_id");
    return new Exchange(
        id != null && id.matches("[A-Za-z0-9_-]{1,40}") ? id : "entry-" + index,
        entry.path("_at").asDouble(0),
        duration(entry),
        request.path("method").asString(""),
        request.path("url").asString(""),
        response.path("status").asInt(0),
        headers(request.path("headers")),
        text(request.path("postData"), "text"),
        headers(response.path("headers")),
        text(response.path("content"), "text"),
        text(entry, "_error"),
        text(entry, "_initiator"));
  }

  /// Recorders note the end of an XMLHttpRequest after the page has dealt with its answer, and a
  /// page knows a refusal by its status alone: what came soon after the headers was there with
  /// them.
  private static double duration(JsonNode entry) {
    double whole = entry.path("time").asDouble(0);
    double received = entry.path("timings").path("receive").asDouble(0);
    boolean xhr = entry.path("_kind").asString("").equals("xhr");
    boolean refused = entry.path("response").path("status").asInt(0) >= 400;
    return (xhr || refused) && received <= DEALT ? Math.max(0, whole - received) : whole;
  }

  private static SortedMap<String, String> headers(JsonNode list) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (JsonNode header : list) {
      headers.merge(
          header.path("name").asString(""),
          header.path("value").asString(""),
          (first, second) -> first + ", " + second);
    }
    return headers;
  }

  private static List<Recording.Utterance> utterances(JsonNode entries) {
    List<Recording.Utterance> console = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (console.size() == MOST_ENTRIES) {
        break;
      }
      List<String> args = new ArrayList<>();
      entry.path("args").forEach(arg -> args.add(arg.asString("")));
      console.add(
          new Recording.Utterance(
              entry.path("at").asDouble(0),
              entry.path("level").asString("log"),
              String.join(" ", args),
              entry.path("count").asLong(1)));
    }
    return List.copyOf(console);
  }

  private static List<Recording.Deed> deeds(JsonNode entries) {
    List<Recording.Deed> actions = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (actions.size() == MOST_ENTRIES) {
        break;
      }
      String kind = entry.path("kind").asString("");
      actions.add(new Recording.Deed(entry.path("at").asDouble(0), kind, deed(kind, entry)));
    }
    return List.copyOf(actions);
  }

  /// `click testId=checkout role=button name="Checkout"`: the most robust locators that are there.
  private static String deed(String kind, JsonNode entry) {
    StringBuilder text = new StringBuilder(kind);
    JsonNode target = entry.path("target");
    add(text, "testId", text(target, "testId"));
    add(text, "role", text(target, "role"));
    add(text, "name", text(target, "name"));
    if (target.path("name").isMissingNode()) {
      add(text, "text", text(target, "text"));
    }
    if (target.path("testId").isMissingNode()) {
      add(text, "css", text(target, "css"));
    }
    add(text, "value", text(entry, "value"));
    add(text, "values", texts(entry.path("values"), ""));
    add(text, "files", texts(entry.path("files"), "name"));
    if (entry.path("checked").isBoolean()) {
      text.append(entry.path("checked").asBoolean() ? " on" : " off");
    }
    add(text, "key", text(entry, "key"));
    add(text, "to", text(entry, "url"));
    return text.toString();
  }

  private static String texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add((field.isEmpty() ? each : each.path(field)).asString("")));
    return String.join(", ", texts);
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      text.append(' ').append(name).append("=\"").append(value).append('"');
    }
  }

  private static List<Stored> stored(JsonNode storage) {
    List<Stored> stored = new ArrayList<>();
    for (String area : List.of("local", "session")) {
      for (JsonNode each : storage.path(area)) {
        if (stored.size() < MOST_ENTRIES) {
          stored.add(
              new Stored(area, each.path("name").asString(""), each.path("value").asString("")));
        }
      }
    }
    return List.copyOf(stored);
  }

  private static SortedMap<String, String> facts(JsonNode page) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (String name :
        List.of("url", "title", "referrer", "userAgent", "language", "timeZone", "release")) {
      String value = text(page, name);
      if (value != null && !value.isEmpty()) {
        facts.put(name, value);
      }
    }
    JsonNode viewport = page.path("viewport");
    if (viewport.isObject()) {
      facts.put(
          "viewport", viewport.path("width").asInt(0) + "x" + viewport.path("height").asInt(0));
    }
    JsonNode storage = page.path("storage");
    for (String kind : List.of("local", "session", "cookies")) {
      List<String> names = new ArrayList<>();
      storage.path(kind).forEach(name -> names.add(name.asString("")));
      if (!names.isEmpty()) {
        facts.put("storage." + kind, String.join(", ", names));
      }
    }
    List<String> unseen = new ArrayList<>();
    page.path("coverage").path("notes").forEach(note -> unseen.add(note.asString("")));
    if (!unseen.isEmpty()) {
      facts.put("notCaptured", String.join(" ", unseen));
    }
    return facts;
  }

  private static @Nullable String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isString() ? value.asString() : null;
  }
}

package dev.suture.repro;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.capture.Part;
import dev.suture.json.Json;
import dev.suture.repro.Reproduction.Channel;
import dev.suture.repro.Reproduction.Message;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Scene;
import dev.suture.repro.Reproduction.Screen;
import dev.suture.repro.Reproduction.Slack;
import dev.suture.repro.Reproduction.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes reproductions of captures. Everything in a capture is hostile: kinds are checked, and what
/// is too much is left out.
public final class Recordings {
  private static final int MOST_EXCHANGES = 2_000;
  private static final int MOST_CHANNELS = 30;
  private static final int MOST_MESSAGES = 5_000;

  /// A failure is reported within so long of the recording's end.
  private static final double LONGEST_AFTER_MS = 10_000;

  private final Blobs blobs;

  public Recordings(Blobs blobs) {
    this.blobs = blobs;
  }

  /// @param failure that it shows
  /// @param at when it came
  /// @param base full id of the commit that was live; null when unknown
  /// @throws Unfit when there is too little in it to run
  public Played read(Capture capture, Failure failure, Instant at, @Nullable String base)
      throws Unfit {
    JsonNode page = part(capture, "page.json");
    JsonNode actions = part(capture, "actions.json");
    if (page.isMissingNode() || actions.isMissingNode()) {
      throw new Unfit("The capture does not say what the user did: it has no actions or no page.");
    }
    List<Exchange> exchanges = exchanges(part(capture, "network.har"));
    double failedAt = failedAt(at, page);
    List<Step> steps = new Steps(exchanges, failedAt).read(actions, page);
    String url = String.valueOf(steps.getFirst().value());
    if (!url.matches("https?://[^\\s\"<>]{1,4000}")) {
      throw new Unfit("The capture does not say which page was opened.");
    }
    return new Played(
        capture.issue(),
        capture.id(),
        base,
        scene(url, page, steps.getFirst().at(), failedAt, capture),
        steps,
        exchanges,
        channels(part(capture, "channels.json")),
        failure,
        Slack.of(steps, failedAt));
  }

  private JsonNode part(Capture capture, String name) throws Unfit {
    Part part = capture.part(name).orElse(null);
    if (part == null) {
      return MissingNode.getInstance();
    }
    try {
      return Json.MAPPER.readTree(blobs.get(part.blob()));
    } catch (IOException | JacksonException unreadable) {
      throw new Unfit("The part " + name + " of the capture cannot be read.");
    }
  }

  /// An event that is too old is dated by when it arrived: the recording's end is nearer then.
  private static double failedAt(Instant at, JsonNode page) {
    double said = at.toEpochMilli();
    double end = page.path("window").path("to").asDouble(said);
    return said > end + LONGEST_AFTER_MS ? end : said;
  }

  private Scene scene(String url, JsonNode page, double openedAt, double failedAt, Capture capture)
      throws Unfit {
    JsonNode viewport = page.path("viewport");
    List<String> languages = new ArrayList<>();
    page.path("languages").forEach(each -> languages.add(each.asString("")));
    languages.removeIf(each -> !each.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}"));
    String zone = text(page, "timeZone");
    List<String> cookies = new ArrayList<>();
    page.path("storage").path("cookies").forEach(each -> cookies.add(each.asString("")));
    cookies.removeIf(each -> !each.matches("[A-Za-z0-9._-]{1,100}"));
    return new Scene(
        url,
        new Screen(
            Math.clamp(viewport.path("width").asInt(1280), 200, 4_000),
            Math.clamp(viewport.path("height").asInt(800), 200, 4_000),
            Math.clamp(viewport.path("scale").asDouble(1), 0.5, 4),
            page.path("colorScheme").asString("").equals("dark"),
            page.path("reducedMotion").asBoolean(false)),
        List.copyOf(languages),
        zone != null && zone.matches("[A-Za-z0-9_+/-]{1,60}") ? zone : null,
        List.copyOf(cookies),
        state(capture, openedAt),
        failedAt);
  }

  private String state(Capture capture, double openedAt) throws Unfit {
    JsonNode storage = part(capture, "storage.json");
    ObjectNode state = Json.MAPPER.createObjectNode();
    state.put("epoch", openedAt);
    for (String name : List.of("local", "session", "databases")) {
      state.set(
          name,
          storage.path(name) instanceof ArrayNode list ? list : Json.MAPPER.createArrayNode());
    }
    JsonNode random = part(capture, "random.json");
    state.set("random", random.isObject() ? random : Json.MAPPER.createObjectNode());
    return Json.MAPPER.writeValueAsString(state);
  }

  private static List<Exchange> exchanges(JsonNode har) {
    List<Exchange> exchanges = new ArrayList<>();
    for (JsonNode entry : har.path("log").path("entries")) {
      if (exchanges.size() < MOST_EXCHANGES) {
        exchanges.add(exchange(entry, exchanges.size()));
      }
    }
    exchanges.sort(Comparator.comparingDouble(Exchange::at));
    return List.copyOf(exchanges);
  }

  private static Exchange exchange(JsonNode entry, int index) {
    JsonNode request = entry.path("request");
    JsonNode response = entry.path("response");
    String id = text(entry, "_id");
    return new Exchange(
        id != null && id.matches("[A-Za-z0-9_-]{1,40}") ? id : "entry-" + index,
        entry.path("_at").asDouble(0),
        Math.max(0, entry.path("time").asDouble(0)),
        request.path("method").asString("GET").toUpperCase(Locale.ROOT),
        request.path("url").asString(""),
        Math.clamp(response.path("status").asInt(0), 0, 599),
        headers(request.path("headers")),
        text(request.path("postData"), "text"),
        headers(response.path("headers")),
        text(response.path("content"), "text"),
        text(entry, "_error"),
        null);
  }

  private static SortedMap<String, String> headers(JsonNode list) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (JsonNode header : list) {
      String name = header.path("name").asString("").toLowerCase(Locale.ROOT);
      String value = header.path("value").asString("");
      if (name.matches("[a-z0-9-]{1,100}") && value.matches("[\\x20-\\x7e]{0,4000}")) {
        headers.put(name, value);
      }
    }
    return headers;
  }

  private static List<Channel> channels(JsonNode log) {
    List<Channel> channels = new ArrayList<>();
    for (JsonNode each : log) {
      if (channels.size() == MOST_CHANNELS) {
        break;
      }
      JsonNode closed = each.path("closed");
      channels.add(
          new Channel(
              each.path("at").asDouble(0),
              each.path("kind").asString("").equals("websocket"),
              each.path("url").asString(""),
              closed.isObject() ? closed.path("after").asDouble(0) : -1,
              messages(each.path("messages"))));
    }
    return List.copyOf(channels);
  }

  private static List<Message> messages(JsonNode log) {
    List<Message> messages = new ArrayList<>();
    for (JsonNode each : log) {
      if (messages.size() == MOST_MESSAGES) {
        break;
      }
      String binary = text(each, "base64");
      messages.add(
          new Message(
              each.path("after").asDouble(0),
              each.path("from").asString("").equals("server"),
              binary == null ? each.path("text").asString("") : binary,
              binary != null,
              text(each, "type")));
    }
    return List.copyOf(messages);
  }

  private static @Nullable String text(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isString() ? value.asString() : null;
  }

  /// A capture that no reproduction can be made of; the message says why, in words of ours.
  public static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message);
    }
  }
}

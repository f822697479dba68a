package dev.suture.capture;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// What the JSON parts of a capture have to look like before they are kept: whole, of the right
/// kind at the top, not nested without end. It is read once as a stream and not built in memory.
final class PartShape {
  /// A page nests its elements, and the replay nests two levels of JSON for each.
  private static final int DEEPEST = 1_000;

  private static final int MOST_ENTRIES = 200_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(32 << 20)
                  .maxNumberLength(100)
                  .build())
          .build();

  /// The fields that each entry of a list must have.
  private static final Map<String, Set<String>> ENTRIES =
      Map.of(
          "replay.json", Set.of("type", "timestamp"),
          "console.json", Set.of("at", "level", "args"),
          "actions.json", Set.of("at", "kind"),
          "channels.json", Set.of("at", "kind", "url", "messages"));

  private static final Set<String> OBJECTS =
      Set.of("page.json", "network.har", "storage.json", "random.json");

  private PartShape() {}

  /// Whether a part of this name has a shape at all.
  static boolean isKnown(String name) {
    return ENTRIES.containsKey(name) || OBJECTS.contains(name);
  }

  /// @return what is wrong, as a constant of ours; null when nothing is
  static @Nullable String fault(String name, byte[] content) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), content)) {
      JsonToken first = json.nextToken();
      Set<String> fields = ENTRIES.get(name);
      String fault;
      if (fields != null) {
        fault = first == JsonToken.START_ARRAY ? entries(json, fields) : "notAList";
      } else if (first != JsonToken.START_OBJECT) {
        return "notAnObject";
      } else {
        fault = name.equals("network.har") ? archive(json) : rest(json);
      }
      if (fault == null && json.nextToken() != null) {
        return "trailingText";
      }
      return fault;
    } catch (JacksonException broken) {
      return "notJson";
    }
  }

  private static @Nullable String entries(JsonParser json, Set<String> fields) {
    int entries = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        return "entryNotAnObject";
      }
      if (++entries > MOST_ENTRIES) {
        return "tooManyEntries";
      }
      int found = 0;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        found += fields.contains(json.currentName()) ? 1 : 0;
        json.nextToken();
        json.skipChildren();
      }
      if (found < fields.size()) {
        return "entryIncomplete";
      }
    }
    return null;
  }

  /// `{"log": {"entries": [...]}}`
  private static @Nullable String archive(JsonParser json) {
    boolean found = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean log = json.currentName().equals("log");
      if (json.nextToken() != JsonToken.START_OBJECT || !log) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean list = json.currentName().equals("entries");
        if (json.nextToken() == JsonToken.START_ARRAY && list) {
          found = true;
          String fault = entries(json, Set.of("request", "response"));
          if (fault != null) {
            return fault;
          }
        } else {
          json.skipChildren();
        }
      }
    }
    return found ? null : "noEntries";
  }

  private static @Nullable String rest(JsonParser json) {
    json.skipChildren();
    return null;
  }
}

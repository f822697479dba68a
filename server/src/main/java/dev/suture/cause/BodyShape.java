package dev.suture.cause;

import dev.suture.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Which kinds of values stand at which paths of a JSON body; the elements of a list count as one.
///
/// @param kinds by path, as `$.items[].price`
record BodyShape(SortedMap<String, SortedSet<String>> kinds) {
  static final String MISSING = "missing";
  static final String OBJECT = "an object";

  private static final int LONGEST = 512 << 10;
  private static final int VALUES = 20_000;
  private static final int PATHS = 500;

  /// @param path of a value, as the shape names it
  private record At(String path, JsonNode value) {}

  /// Null for what is no JSON or too long.
  static @Nullable BodyShape of(@Nullable String body) {
    if (body == null || body.isBlank() || body.length() > LONGEST) {
      return null;
    }
    try {
      return of(Json.MAPPER.readTree(body));
    } catch (JacksonException noJson) {
      return null;
    }
  }

  private static BodyShape of(JsonNode root) {
    SortedMap<String, SortedSet<String>> kinds = new TreeMap<>();
    Map<String, Integer> objects = new HashMap<>();
    Map<String, Integer> present = new HashMap<>();
    Deque<At> open = new ArrayDeque<>();
    open.add(new At("$", root));
    for (int seen = 0; !open.isEmpty() && seen < VALUES && kinds.size() < PATHS; seen++) {
      At at = open.poll();
      kinds.computeIfAbsent(at.path(), _ -> new TreeSet<>()).add(kind(at.value()));
      if (at.value().isObject()) {
        objects.merge(at.path(), 1, Integer::sum);
        at.value()
            .properties()
            .forEach(
                each -> {
                  String path = at.path() + "." + each.getKey();
                  present.merge(path, 1, Integer::sum);
                  open.add(new At(path, each.getValue()));
                });
      } else if (at.value().isArray()) {
        at.value().forEach(each -> open.add(new At(at.path() + "[]", each)));
      }
    }
    present.forEach(
        (path, times) -> {
          if (times < objects.getOrDefault(parent(path), 0) && kinds.containsKey(path)) {
            kinds.get(path).add(MISSING);
          }
        });
    return new BodyShape(kinds);
  }

  /// The path of the object that a path's last key is of.
  static String parent(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /// Whether an object stands there, so that one of its keys can be missing.
  boolean hasObject(String path) {
    return kinds.containsKey(path) && kinds.get(path).contains(OBJECT);
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case STRING -> value.asString().isEmpty() ? "an empty text" : "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case ARRAY -> value.isEmpty() ? "an empty list" : "a list with elements";
      case OBJECT -> value.isEmpty() ? "an empty object" : OBJECT;
      default -> MISSING;
    };
  }
}

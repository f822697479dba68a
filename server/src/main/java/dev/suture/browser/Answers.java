package dev.suture.browser;

import dev.suture.capture.Exchange;
import dev.suture.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The recorded exchanges, each given once and in order, to the request that fits it best: the same
/// method and path always, then query and body, then the same operation. A request that comes once
/// more than it was recorded gets the last answer again.
final class Answers {
  private static final int NONE = -1;
  private static final Pattern MUTATION =
      Pattern.compile("(?m)^\\s*(mutation|subscription)\\b|}\\s*(mutation|subscription)\\b");

  private final List<Exchange> exchanges;
  private final boolean[] used;

  Answers(List<Exchange> exchanges) {
    this.exchanges = exchanges;
    this.used = new boolean[exchanges.size()];
  }

  /// Index of the exchange that answers a request; empty when none was recorded.
  OptionalInt take(String method, String url, @Nullable String body) {
    List<Integer> same = new ArrayList<>();
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange each = exchanges.get(i);
      if (each.method().equals(method) && path(each.url()).equals(path(url))) {
        same.add(i);
      }
    }
    int found = best(same, url, body);
    if (found == NONE) {
      return OptionalInt.empty();
    }
    used[found] = true;
    return OptionalInt.of(found);
  }

  private int best(List<Integer> same, String url, @Nullable String body) {
    List<IntPredicate> ranks =
        List.of(
            i -> isUrl(i, url) && isBody(i, body),
            i -> isUrl(i, url) && isOperation(i, body),
            i -> isQueryShape(i, url) && isOperation(i, body));
    for (IntPredicate fits : ranks) {
      for (int i : same) {
        if (!used[i] && fits.test(i)) {
          return i;
        }
      }
      int last = NONE;
      for (int i : same) {
        last = fits.test(i) ? i : last;
      }
      if (last != NONE && fits == ranks.getFirst()) {
        return last;
      }
    }
    return NONE;
  }

  private boolean isUrl(int i, String url) {
    return exchanges.get(i).url().replaceAll("#.*$", "").equals(url.replaceAll("#.*$", ""));
  }

  private boolean isQueryShape(int i, String url) {
    return names(exchanges.get(i).url()).equals(names(url));
  }

  private boolean isBody(int i, @Nullable String body) {
    String recorded = exchanges.get(i).requestBody();
    String one = recorded == null ? "" : recorded;
    String other = body == null ? "" : body;
    if (one.equals(other)) {
      return true;
    }
    JsonNode parsed = json(one);
    return parsed != null && parsed.equals(json(other));
  }

  /// Of GraphQL the operation; of all else there is but one.
  private boolean isOperation(int i, @Nullable String body) {
    String recorded = exchanges.get(i).requestBody();
    return operation(recorded).equals(operation(body));
  }

  private static String operation(@Nullable String body) {
    JsonNode json = body == null ? null : json(body);
    if (json == null || !json.path("query").isString()) {
      return "";
    }
    String name = json.path("operationName").asString("");
    return name.isEmpty() ? json.path("query").asString("") : name;
  }

  /// Whether a body asks by GraphQL for what only has to be read, as a `GET` would.
  static boolean isReading(@Nullable String body) {
    JsonNode json = body == null ? null : json(body);
    if (json == null || !json.path("query").isString()) {
      return false;
    }
    return !MUTATION.matcher(json.path("query").asString("")).find();
  }

  private static @Nullable JsonNode json(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return null;
    }
    try {
      return Json.MAPPER.readTree(text);
    } catch (JacksonException none) {
      return null;
    }
  }

  private static TreeSet<String> names(String url) {
    TreeSet<String> names = new TreeSet<>();
    int query = url.indexOf('?');
    if (query >= 0) {
      for (String pair : url.substring(query + 1).replaceAll("#.*$", "").split("&")) {
        names.add(pair.replaceAll("=.*$", ""));
      }
    }
    return names;
  }

  /// Origin and path.
  static String path(String url) {
    return url.replaceAll("[?#].*$", "");
  }

  /// Path and query, as a server is asked.
  static String target(String url) {
    try {
      URI uri = URI.create(url.replaceAll("#.*$", ""));
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException broken) {
      return "/";
    }
  }

  static String origin(String url) {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    return path < 0 ? url : url.substring(0, path);
  }
}

package dev.suture.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the route of a path. Paths are cut at their raw slashes and decoded afterwards, so that an
/// encoded slash stays inside its segment. One slash at the end makes no difference.
public final class Router {
  private final Node root = new Node();

  /// A place in the tree of routes: literal segments win over `{name}`, that over `{rest...}`.
  private static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    @Nullable Node any;
    final Map<String, Target> ending = new TreeMap<>();
    final Map<String, Target> rest = new TreeMap<>();
  }

  /// A route with the names of its variable segments, in order.
  private record Target(Route route, List<String> names) {}

  /// What a router says about a request.
  public sealed interface Match {
    /// @param params decoded, by name
    record Found(Route route, Map<String, String> params) implements Match {}

    /// @param routes that answer the path with another method, by method
    record OtherMethod(Map<String, Route> routes) implements Match {}

    record Nothing() implements Match {}
  }

  public Router(List<Route> routes) {
    routes.forEach(this::add);
  }

  private void add(Route route) {
    Node node = root;
    List<String> names = new ArrayList<>();
    boolean rest = false;
    for (String segment : segments(route.pattern())) {
      if (segment.endsWith("...}")) {
        names.add(segment.substring(1, segment.length() - 4));
        rest = true;
      } else if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
        node.any = node.any == null ? new Node() : node.any;
        node = node.any;
      } else {
        node = node.literals.computeIfAbsent(segment, _ -> new Node());
      }
    }
    Map<String, Target> place = rest ? node.rest : node.ending;
    if (place.put(route.method(), new Target(route, names)) != null) {
      throw new IllegalArgumentException(
          "two routes for " + route.method() + " " + route.pattern());
    }
  }

  /// @param path percent-encoded, begins with a slash
  public Match find(String method, String path) {
    List<String> segments = segments(path);
    List<String> values = new ArrayList<>();
    Map<String, Target> targets = new Search(method, segments, values).find(root, 0);
    if (targets == null) {
      return new Match.Nothing();
    }
    Target target = targets.get(method);
    if (target == null && method.equals("HEAD")) {
      target = targets.get("GET");
    }
    if (target == null) {
      Map<String, Route> routes = new TreeMap<>();
      targets.forEach((other, otherTarget) -> routes.put(other, otherTarget.route()));
      return new Match.OtherMethod(routes);
    }
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String value = decode(values.get(i));
      if (value == null) {
        return new Match.Nothing();
      }
      params.put(target.names().get(i), value);
    }
    return new Match.Found(target.route(), params);
  }

  /// @param values of the variable segments on the way, filled while searching
  private record Search(String method, List<String> segments, List<String> values) {
    @Nullable Map<String, Target> find(Node node, int at) {
      if (at == segments.size() && !node.ending.isEmpty()) {
        return node.ending;
      }
      Map<String, Target> found = at < segments.size() ? findBelow(node, at) : null;
      return found != null ? found : findRest(node, at);
    }

    private @Nullable Map<String, Target> findBelow(Node node, int at) {
      Node literal = node.literals.get(segments.get(at));
      Map<String, Target> found = literal == null ? null : find(literal, at + 1);
      if (found != null || node.any == null || segments.get(at).isEmpty()) {
        return found;
      }
      values.add(segments.get(at));
      found = find(node.any, at + 1);
      if (found == null) {
        values.removeLast();
      }
      return found;
    }

    /// A route for all that follows says nothing about the methods of what it does not answer.
    private @Nullable Map<String, Target> findRest(Node node, int at) {
      String asked = method.equals("HEAD") ? "GET" : method;
      if (!node.rest.containsKey(asked)) {
        return null;
      }
      values.add(String.join("/", segments.subList(at, segments.size())));
      return node.rest;
    }
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(8);
    int start = 1;
    while (start < path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      segments.add(path.substring(start, end));
      start = end + 1;
    }
    return segments;
  }

  /// The text behind percent-encoding; null when it is no UTF-8 or no encoding at all.
  static @Nullable String decode(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    byte[] bytes = new byte[raw.length() * 3];
    int length = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
        int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          bytes[length++] = b;
        }
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}

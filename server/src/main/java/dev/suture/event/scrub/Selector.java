package dev.suture.event.scrub;

import dev.suture.event.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says which values of an event are meant: a path such as `extra.'my key'`, `$user.**` or
/// `$string`, several of them with `||`, `&&`, `!` and parentheses. `*` stands for one step and
/// `**` for any number of them.
final class Selector {
  private static final int DEEPEST = 20;
  private static final int MOST_STEPS = 40;

  private final Node node;

  private sealed interface Node {
    record Steps(List<Step> steps) implements Node {}

    record Either(Node left, Node right) implements Node {}

    record Both(Node left, Node right) implements Node {}

    record Not(Node node) implements Node {}
  }

  private sealed interface Step {
    record Any() implements Step {}

    record Deep() implements Step {}

    record Type(String type) implements Step {}

    record Name(Glob glob) implements Step {}
  }

  private Selector(Node node) {
    this.node = node;
  }

  /// The text is no selector; the message says why.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  static Selector parse(String text) throws Malformed {
    Parser parser = new Parser(text);
    Node node = parser.either(0);
    parser.end();
    return new Selector(node);
  }

  /// Whether a value at this path is meant; it is a text.
  boolean matches(Path path) {
    return matches(node, path);
  }

  private static boolean matches(Node node, Path path) {
    return switch (node) {
      case Node.Steps(List<Step> steps) -> matches(steps, path);
      case Node.Either(Node left, Node right) -> matches(left, path) || matches(right, path);
      case Node.Both(Node left, Node right) -> matches(left, path) && matches(right, path);
      case Node.Not(Node inner) -> !matches(inner, path);
    };
  }

  /// Steps against the path from its end, as a table: time is steps times depth whatever the steps
  /// are. A path that begins with a type or with `**` may begin anywhere; one that begins with a
  /// name begins at the top, except when it is a single name.
  private static boolean matches(List<Step> steps, Path path) {
    Path[] parts = new Path[path.depth()];
    for (Path at = path; at != null && at.depth() > 0; at = at.parent()) {
      parts[at.depth() - 1] = at;
    }
    boolean anywhere = steps.getFirst() instanceof Step.Type || steps.size() == 1;
    boolean[] reached = new boolean[parts.length + 1];
    for (int i = 0; i <= parts.length; i++) {
      reached[i] = i == 0 || anywhere;
    }
    for (Step step : steps) {
      boolean[] next = new boolean[parts.length + 1];
      for (int i = 0; i <= parts.length; i++) {
        if (step instanceof Step.Deep) {
          next[i] = reached[i] || (i > 0 && next[i - 1]);
        } else {
          next[i] = i > 0 && reached[i - 1] && matches(step, parts[i - 1], i == parts.length);
        }
      }
      reached = next;
    }
    return reached[parts.length];
  }

  private static boolean matches(Step step, Path at, boolean last) {
    return switch (step) {
      case Step.Any _ -> true;
      case Step.Deep _ -> true;
      case Step.Type(String type) -> at.type().equals(type) || (last && type.equals("string"));
      case Step.Name(Glob glob) -> glob.matches(at.name());
    };
  }

  /// Reads one selector; its depth is bounded, so that a hostile one ends in a refusal.
  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Node either(int depth) throws Malformed {
      Node left = both(depth);
      while (sign("||") || sign("|")) {
        left = new Node.Either(left, both(depth));
      }
      return left;
    }

    private Node both(int depth) throws Malformed {
      Node left = single(depth);
      while (sign("&&") || sign("&")) {
        left = new Node.Both(left, single(depth));
      }
      return left;
    }

    private Node single(int depth) throws Malformed {
      if (depth > DEEPEST) {
        throw new Malformed("The selector is nested too deep.");
      }
      if (sign("!")) {
        return new Node.Not(single(depth + 1));
      }
      if (sign("(")) {
        Node inner = either(depth + 1);
        if (!sign(")")) {
          throw new Malformed("A parenthesis of the selector is not closed.");
        }
        return inner;
      }
      return steps();
    }

    private Node steps() throws Malformed {
      List<Step> steps = new ArrayList<>();
      do {
        steps.add(step());
        if (steps.size() > MOST_STEPS) {
          throw new Malformed("The selector has too many steps.");
        }
      } while (at < text.length() && text.charAt(at) == '.' && ++at > 0);
      return new Node.Steps(List.copyOf(steps));
    }

    private Step step() throws Malformed {
      spaces();
      if (at < text.length() && text.charAt(at) == '\'') {
        return quoted();
      }
      int from = at;
      while (at < text.length() && isOfName(text.charAt(at))) {
        at++;
      }
      String word = text.substring(from, at);
      if (word.isEmpty()) {
        throw new Malformed(
            at < text.length()
                ? "The selector has a '" + plain(text.charAt(at)) + "' where a name has to be."
                : "The selector ends where a name has to be.");
      }
      if (word.equals("**")) {
        return new Step.Deep();
      }
      if (word.equals("*")) {
        return new Step.Any();
      }
      return word.startsWith("$") ? type(word.substring(1)) : new Step.Name(Glob.of(word));
    }

    private static Step type(String word) throws Malformed {
      String lower = word.toLowerCase(Locale.ROOT);
      if (!Path.TYPES.contains(lower)) {
        throw new Malformed(
            "There is no '$"
                + lower.replaceAll("[^a-z0-9_]", "?")
                + "'; did you mean '$"
                + dev.suture.project.NearestName.of(lower, Path.TYPES.stream().sorted().toList())
                + "'?");
      }
      return switch (lower) {
        case "logentry" -> new Step.Type("message");
        case "error" -> new Step.Type("exception");
        case "http" -> new Step.Type("request");
        case "attachment" -> new Step.Type("attachments");
        default -> new Step.Type(lower);
      };
    }

    private Step quoted() throws Malformed {
      StringBuilder name = new StringBuilder();
      at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != '\'') {
          name.append(c);
        } else if (at < text.length() && text.charAt(at) == '\'') {
          name.append(c);
          at++;
        } else {
          return new Step.Name(Glob.of(name.toString()));
        }
      }
      throw new Malformed("A quote of the selector is not closed.");
    }

    void end() throws Malformed {
      spaces();
      if (at < text.length()) {
        throw new Malformed("The selector goes on with '" + plain(text.charAt(at)) + "'.");
      }
    }

    private boolean sign(String sign) {
      spaces();
      if (text.startsWith(sign, at)) {
        at += sign.length();
        return true;
      }
      return false;
    }

    private void spaces() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    private static boolean isOfName(char c) {
      return Character.isLetterOrDigit(c) || "_-*?$@/#~+:".indexOf(c) >= 0;
    }

    private static char plain(char c) {
      return c > ' ' && c < 127 ? c : '?';
    }
  }
}

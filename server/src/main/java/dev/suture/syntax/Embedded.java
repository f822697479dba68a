package dev.suture.syntax;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program inside a Vue component, a Svelte component or a page: everything else is blanked, so
/// that each character stays where it was. An expression of a template stands in parentheses behind
/// a semicolon.
final class Embedded {
  private static final Pattern SCRIPT =
      Pattern.compile("(<script\\b[^>]*>)(.*?)</script\\s*>", Pattern.DOTALL);
  private static final Pattern STYLE =
      Pattern.compile("<style\\b[^>]*>.*?</style\\s*>", Pattern.DOTALL);

  /// `{expression}`, `{#if expression}`, `{#each list as item}` of Svelte.
  private static final Pattern BRACES =
      Pattern.compile(
          "\\{(?:#if|:else if|#each|#await|#key|@html|@const)?"
              + "\\s*((?:[^{}#:@/]|[{][^{}]*}|(?<=[^{])[:/@#])+)}",
          Pattern.DOTALL);

  private static final Pattern INTERPOLATION = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

  /// Behind the name of an element there may be that of its place, and its key.
  private static final Pattern EACH_END =
      Pattern.compile("(\\sas\\s+(?:[\\w$]+|\\{.*?}|\\[.*?])).*", Pattern.DOTALL);

  private static final Pattern BOUND =
      Pattern.compile("\\s(?:v-[a-z-]+(?::[\\w.-]+)?|[:@#][\\w.:-]+)=(?:\"([^\"]*)\"|'([^']*)')");

  private Embedded() {}

  static String program(String path, String text) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".vue") && !lower.endsWith(".html") && !lower.endsWith(".svelte")) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      out.append(c == '\n' || c == '\r' ? c : ' ');
    }
    StringBuilder template = new StringBuilder(text);
    Matcher script = SCRIPT.matcher(text);
    while (script.find()) {
      copy(text, out, script.start(2), script.end(2));
      for (int at = script.start(); at < script.end(); at++) {
        template.setCharAt(at, ' ');
      }
    }
    String rest = STYLE.matcher(template).replaceAll(Embedded::blanked);
    if (lower.endsWith(".vue")) {
      expressions(rest, out);
      out.append(Markup.jsx(rest, true));
    } else if (lower.endsWith(".svelte")) {
      braces(rest, out);
      out.append(Markup.jsx(rest, false));
    }
    return out.toString();
  }

  private static String blanked(MatchResult found) {
    return found.group().replaceAll("[^\n]", " ");
  }

  private static void braces(String template, StringBuilder out) {
    Matcher braces = BRACES.matcher(template);
    while (braces.find()) {
      String code = braces.group(1);
      boolean each = template.startsWith("{#each", braces.start());
      int length = each ? EACH_END.matcher(code).replaceFirst("$1").length() : code.length();
      if (braces.start(1) < 2 || code.isBlank()) {
        continue;
      }
      int from = braces.start(1);
      copy(template, out, from, from + length);
      if (template.startsWith("{@const", braces.start())) {
        declare(template, out, braces.start(), from + length);
      } else {
        wrap(out, from, from + length);
      }
    }
  }

  /// `{@const name = value}` is a declaration.
  private static void declare(String template, StringBuilder out, int from, int to) {
    int word = from + "{@".length();
    copy(template, out, word, word + "const".length());
    out.setCharAt(from, ';');
    out.setCharAt(to, ';');
  }

  private static void expressions(String template, StringBuilder out) {
    Matcher interpolation = INTERPOLATION.matcher(template);
    while (interpolation.find()) {
      copy(template, out, interpolation.start(1), interpolation.end(1));
      wrap(out, interpolation.start(1), interpolation.end(1));
    }
    Matcher bound = BOUND.matcher(template);
    while (bound.find()) {
      int group = bound.start(1) >= 0 ? 1 : 2;
      copy(template, out, bound.start(group), bound.end(group));
      wrap(out, bound.start(group), bound.end(group));
    }
  }

  /// Two characters before it and one behind are of the template.
  private static void wrap(StringBuilder out, int from, int to) {
    out.setCharAt(from - 2, ';');
    out.setCharAt(from - 1, '(');
    out.setCharAt(to, ')');
  }

  private static void copy(String text, StringBuilder out, int from, int to) {
    for (int at = from; at < to; at++) {
      out.setCharAt(at, text.charAt(at));
    }
  }
}

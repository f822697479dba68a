package dev.suture.syntax;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program inside a Vue component, a Svelte component or a page: everything else is blanked, so
/// that each character stays where it was. An expression of a template stands in parentheses behind
/// a semicolon.
final class Embedded {
  private static final Pattern SCRIPT =
      Pattern.compile("(<script\\b[^>]*>)(.*?)</script\\s*>", Pattern.DOTALL);
  private static final Pattern INTERPOLATION = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
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
    if (lower.endsWith(".vue")) {
      expressions(template.toString(), out);
    }
    return out.toString();
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

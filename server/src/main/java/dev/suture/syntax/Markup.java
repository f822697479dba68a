package dev.suture.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The elements of a template of Vue or Svelte, written as JSX: what is bound to which attribute of
/// which component, and the loops around it. Texts and plain attributes are left out.
final class Markup {
  private static final int MOST = 4_000;
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");
  private static final Pattern TAG =
      Pattern.compile(
          "<!--.*?-->|</([A-Za-z][\\w.:-]*)\\s*>|<([A-Za-z][\\w.:-]*)"
              + "((?:\"[^\"]*\"|'[^']*'|\\{(?:[^{}]|\\{[^{}]*})*}|[^>\"'{])*?)(/?)>"
              + "|\\{#each\\s+((?:[^{}]|\\{[^{}]*})*?)}|(\\{/each})",
          Pattern.DOTALL);
  private static final Pattern VUE =
      Pattern.compile("([@:#\\w.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern SVELTE =
      Pattern.compile("(?:([\\w:|-]+)\\s*=\\s*\"?)?\\{((?:[^{}]|\\{[^{}]*})*)}");
  private static final Pattern FOR =
      Pattern.compile("\\s*(\\(.*\\)|[\\w$]+|\\{.*})\\s+(?:in|of)\\s+(.+)", Pattern.DOTALL);
  private static final Pattern EACH =
      Pattern.compile(
          "(.+?)\\s+as\\s+([\\w$]+|\\{.*?}|\\[.*?])\\s*(?:,\\s*([\\w$]+))?\\s*(?:\\(.*\\))?\\s*",
          Pattern.DOTALL);

  private final boolean vue;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();

  /// @param end what ends it in the JSX
  private record Open(String name, String end) {}

  private Markup(boolean vue) {
    this.vue = vue;
  }

  static String jsx(String template, boolean vue) {
    Markup markup = new Markup(vue);
    markup.out.append("\n;(<>");
    Matcher tag = TAG.matcher(template);
    for (int count = 0; count < MOST && tag.find(); count++) {
      markup.tag(tag);
    }
    while (!markup.open.isEmpty()) {
      markup.out.append(markup.open.pop().end());
    }
    return markup.out.append("</>);\n").toString();
  }

  private void tag(Matcher tag) {
    if (tag.group(1) != null) {
      close(tag.group(1));
    } else if (tag.group(2) != null) {
      element(tag.group(2), tag.group(3), !tag.group(4).isEmpty());
    } else if (tag.group(5) != null) {
      Matcher each = EACH.matcher(tag.group(5));
      if (!vue && each.matches()) {
        String place = each.group(3) == null ? "" : ", " + each.group(3);
        out.append("{(").append(each.group(1)).append(").map((").append(each.group(2));
        out.append(place).append(") => (<>");
        open.push(new Open("#each", "</>))}"));
      }
    } else if (tag.group(6) != null && !vue) {
      close("#each");
    }
  }

  private void close(String name) {
    if (open.stream().noneMatch(each -> each.name().equals(name))) {
      return;
    }
    while (!open.isEmpty()) {
      Open last = open.pop();
      out.append(last.end());
      if (last.name().equals(name)) {
        return;
      }
    }
  }

  private void element(String name, String attributes, boolean closed) {
    List<String> bound = new ArrayList<>();
    String loop = vue ? vue(attributes, bound) : "";
    if (!vue) {
      svelte(attributes, bound);
    }
    String tag = component(name);
    out.append(loop).append('<').append(tag);
    bound.forEach(each -> out.append(' ').append(each));
    String end = loop.isEmpty() ? "" : "))}";
    if (closed || VOID.contains(name.toLowerCase(Locale.ROOT))) {
      out.append("/>").append(end);
    } else {
      out.append('>');
      open.push(new Open(name, "</" + tag + ">" + end));
    }
  }

  /// `user-card` is `UserCard`.
  private static String component(String name) {
    if (name.indexOf('-') < 0) {
      return name.replace(':', '.');
    }
    String camel = camel(name);
    return camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1);
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    boolean up = false;
    for (char c : name.toCharArray()) {
      if (c == '-' || c == ':' || c == '.') {
        up = !camel.isEmpty();
      } else {
        camel.append(up ? Character.toUpperCase(c) : c);
        up = false;
      }
    }
    return camel.toString();
  }

  /// @return the beginning of the loop around the element; empty without one
  private static String vue(String attributes, List<String> bound) {
    String loop = "";
    Matcher each = VUE.matcher(attributes);
    while (each.find()) {
      String name = each.group(1);
      String value = each.group(2) == null ? each.group(3) : each.group(2);
      if (value.isBlank()) {
        continue;
      }
      if (name.equals("v-for")) {
        Matcher parts = FOR.matcher(value);
        if (parts.matches()) {
          String names = parts.group(1);
          loop =
              "{("
                  + parts.group(2)
                  + ").map("
                  + (names.startsWith("(") ? names : "(" + names + ")")
                  + " => (";
        }
      } else if (name.equals("v-bind")) {
        bound.add("{..." + value + "}");
      } else if (name.startsWith("v-model")) {
        String to = name.indexOf(':') < 0 ? "modelValue" : camel(name.substring(8));
        bound.add(to + "={" + value + "}");
      } else if (name.equals("ref")) {
        bound.add("ref={" + camel(value) + "}");
      } else if (name.matches("(?::|v-bind:)[a-zA-Z].*")) {
        bound.add(camel(name.substring(name.indexOf(':') + 1)) + "={" + value + "}");
      } else if (name.matches("(?:@|v-on:)[a-zA-Z].*")) {
        String event = name.substring(name.startsWith("@") ? 1 : 5).replaceFirst("\\..*", "");
        bound.add(on(event) + "={" + handler(value) + "}");
      }
    }
    return loop;
  }

  private static String on(String event) {
    String camel = camel(event);
    return "on" + camel.substring(0, 1).toUpperCase(Locale.ROOT) + camel.substring(1);
  }

  private static String handler(String value) {
    return value.strip().matches("[\\w$.]+") || value.contains("=>")
        ? value
        : "($event) => {" + value + "}";
  }

  private static void svelte(String attributes, List<String> bound) {
    Matcher each = SVELTE.matcher(attributes);
    while (each.find()) {
      String name = each.group(1);
      String value = each.group(2).strip();
      if (name == null && value.startsWith("...")) {
        bound.add("{" + value + "}");
      } else if (name == null && value.matches("[\\w$]+")) {
        bound.add(value + "={" + value + "}");
      } else if (name != null && name.startsWith("on:")) {
        bound.add(on(name.substring(3).replaceFirst("\\|.*", "")) + "={" + value + "}");
      } else if (name != null && !name.matches("(?:use|class|style|transition|in|out):.*")) {
        bound.add(camel(name.replaceFirst("^bind:", "")) + "={" + value + "}");
      }
    }
  }
}

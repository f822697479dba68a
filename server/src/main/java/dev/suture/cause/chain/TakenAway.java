package dev.suture.cause.chain;

import dev.suture.cause.chain.History.Change;
import dev.suture.cause.chain.History.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Elements that code looks for by a selector, and the change that took one out of the markup.
final class TakenAway {
  private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`]{2,200})[\"'`]");
  private static final Pattern NAME = Pattern.compile("([#.]?)([A-Za-z_][\\w-]*)");

  private final List<Pattern> attributes = new ArrayList<>();

  /// @param code that looks for elements, with its selectors as plain texts
  TakenAway(List<String> code) {
    for (String each : code) {
      Matcher quoted = QUOTED.matcher(each);
      while (quoted.find()) {
        Matcher name = NAME.matcher(quoted.group(1));
        while (name.find()) {
          attributes.add(attribute(name.group(1), name.group(2)));
        }
      }
    }
  }

  private static Pattern attribute(String sign, String name) {
    String attribute =
        switch (sign) {
          case "#" -> "id";
          case "." -> "class(?:Name)?";
          default -> "(?:id|class|className|name|data-[\\w-]+)";
        };
    return Pattern.compile(
        "(?<![\\w-])"
            + attribute
            + "\\s*[=:]\\s*[{\"'`]{1,2}(?:[^\"'`>]{0,400}[\\s{])?"
            + Pattern.quote(name)
            + "(?![\\w-])");
  }

  /// The file in which a change touched such an element; null when it touched none.
  @Nullable String touchedIn(Change change) {
    for (Hunk hunk : change.hunks()) {
      boolean touched =
          Stream.concat(hunk.removed().stream(), hunk.added().stream())
              .anyMatch(line -> attributes.stream().anyMatch(each -> each.matcher(line).find()));
      if (touched) {
        return hunk.path();
      }
    }
    return null;
  }

  /// The file out of which a change took such an element and put none in its place; null when it
  /// did not.
  @Nullable String from(Change change) {
    for (Pattern attribute : attributes) {
      String path = null;
      boolean kept = false;
      for (Hunk hunk : change.hunks()) {
        kept |= hunk.added().stream().anyMatch(line -> attribute.matcher(line).find());
        if (hunk.removed().stream().anyMatch(line -> attribute.matcher(line).find())) {
          path = hunk.path();
        }
      }
      if (path != null && !kept) {
        return path;
      }
    }
    return null;
  }
}

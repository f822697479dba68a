package dev.suture.event.scrub;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where in an event a value stands: `exception.values.0.value`. Made only where a project has
/// selectors that ask for it.
///
/// @param type the word that selectors know it by, such as `user` for `$user`; empty for none
record Path(@Nullable Path parent, String name, String type, int depth) {
  static final Path ROOT = new Path(null, "", "event", 0);

  /// What selectors may begin with besides a name.
  static final Set<String> TYPES =
      Set.of(
          "event",
          "string",
          "message",
          "logentry",
          "exception",
          "error",
          "stack",
          "frame",
          "user",
          "request",
          "http",
          "breadcrumb",
          "context",
          "tags",
          "extra",
          "attachments",
          "attachment",
          "capture",
          "report");

  Path to(String child) {
    return new Path(this, child, "", depth + 1);
  }

  Path to(String child, String childType) {
    return new Path(this, child, childType, depth + 1);
  }

  boolean isNamed(String other) {
    return name.toLowerCase(Locale.ROOT).equals(other);
  }

  String text() {
    Path up = parent;
    return up == null || up.depth() == 0 ? name : up.text() + "." + name;
  }
}

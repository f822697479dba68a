package dev.suture.hook;

import dev.suture.dora.HookReader.NotUnderstood;
import dev.suture.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What another tool sent, read field by field: a field of another type is as good as absent.
final class Payload {
  private static final int LONGEST = 2_000;

  /// As Ruby prints a time: `2026-04-28 21:50:00 +0200`, or `2026-04-28 19:50:00 UTC`.
  private static final DateTimeFormatter SPACED =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss ")
          .appendOffset("+HHMM", "UTC")
          .toFormatter(Locale.ROOT);

  private Payload() {}

  static JsonNode tree(byte[] body) throws NotUnderstood {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException broken) {
      throw new NotUnderstood("The body is no JSON.");
    }
  }

  /// Text or a number, of the first of these places that has any.
  static @Nullable String text(JsonNode node, String... pointers) {
    for (String pointer : pointers) {
      JsonNode value = node.at(pointer);
      boolean scalar = value.isString() || value.isNumber();
      String text = scalar ? value.asString() : "";
      if (!text.isBlank() && text.length() <= LONGEST) {
        return text.strip();
      }
    }
    return null;
  }

  static String need(JsonNode node, String pointer) throws NotUnderstood {
    String text = text(node, pointer);
    if (text == null) {
      throw new NotUnderstood(
          "The field " + pointer.substring(1).replace('/', '.') + " is missing.");
    }
    return text;
  }

  /// A whole number above zero.
  static long number(JsonNode node, String pointer) throws NotUnderstood {
    String text = need(node, pointer);
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new NotUnderstood(
          "The field " + pointer.substring(1).replace('/', '.') + " is no number.");
    }
    return Long.parseLong(text);
  }

  static @Nullable Instant time(JsonNode node, String... pointers) {
    String text = text(node, pointers);
    return text == null ? null : time(text);
  }

  /// Null when it is no time.
  static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException other) {
      try {
        return OffsetDateTime.parse(text, SPACED).toInstant();
      } catch (DateTimeException noTime) {
        return null;
      }
    }
  }

  /// A full commit id, alone or behind a branch or a hash's name: `main@sha1:6b2…`, `main/6b2…`.
  static @Nullable String commit(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String last = text.substring(Math.max(text.lastIndexOf(':'), text.lastIndexOf('/')) + 1);
    return last.matches("[0-9a-f]{40}([0-9a-f]{24})?") ? last : null;
  }

  /// A tag that names a version; branches do not name releases.
  static @Nullable String version(@Nullable String ref) {
    if (ref == null) {
      return null;
    }
    String name = ref.replaceFirst("^refs/tags/", "");
    return name.matches("(.+@)?v?\\d+(\\.\\d+)+([-+.].*)?") ? name : null;
  }
}

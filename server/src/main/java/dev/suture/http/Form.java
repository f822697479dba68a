package dev.suture.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a body of the type `application/x-www-form-urlencoded`, each at most once, as
/// RFC 6749 has them.
record Form(Map<String, String> values) {
  private static final int MOST_BYTES = 16 * 1024;

  /// @throws Refusal 400 when a parameter comes twice, or the body is none of this type
  static Form of(Call call) throws IOException {
    String type = call.header("Content-Type").orElse("");
    if (!type.matches("(?i)application/x-www-form-urlencoded\\s*(;.*)?")) {
      throw Refusal.invalid("The body is of the type application/x-www-form-urlencoded.", null);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : new String(call.bytes(MOST_BYTES), StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (!name.isEmpty() && !value.isEmpty() && values.put(name, value) != null) {
        throw Refusal.invalid("A parameter comes twice.", null);
      }
    }
    return new Form(values);
  }

  private static String decoded(String text) {
    String plain = Router.decode(text.replace('+', ' '));
    if (plain == null) {
      throw Refusal.invalid("The body is no percent-encoded UTF-8.", null);
    }
    return plain;
  }

  @Nullable String optional(String name) {
    return values.get(name);
  }

  /// Empty when it is not there.
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return "Form of " + values.keySet();
  }
}

package dev.suture.otlp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A message in JSON, read as it streams by: nothing of what is not asked for stays in memory.
final class JsonMessage implements Message {
  private static final int LONGEST_ID = 32;

  private final JsonParser parser;

  /// How deep the parser is inside this object, not in what it holds.
  private final int depth;

  /// How deep it is inside the array whose elements are being given; negative when in none.
  private int array = -1;

  private String name = "";
  private boolean ended;

  /// @param parser at the start of an object; anything else is a message without fields
  JsonMessage(JsonParser parser) {
    this.parser = parser;
    this.depth = depth(parser);
    this.ended = parser.currentToken() != JsonToken.START_OBJECT;
  }

  private static int depth(JsonParser parser) {
    return parser.streamReadContext().getNestingDepth();
  }

  @Override
  public @Nullable String next() {
    while (!ended) {
      passValue();
      JsonToken token = parser.nextToken();
      if (token == null || (token == JsonToken.END_OBJECT && depth(parser) < depth)) {
        ended = true;
      } else if (token == JsonToken.END_ARRAY) {
        array = -1;
      } else if (array >= 0) {
        return name;
      } else {
        name = parser.currentName();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          return name;
        }
        array = depth(parser);
      }
    }
    return null;
  }

  /// Reads on to the end of the value that was given last.
  private void passValue() {
    int inside = array >= 0 ? array : depth;
    while (depth(parser) > inside && parser.nextToken() != null) {
      parser.skipChildren();
    }
  }

  @Override
  public String text() {
    return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
  }

  @Override
  public long number() {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> 1;
      case VALUE_NUMBER_INT, VALUE_STRING -> whole(parser.getString());
      case null, default -> 0;
    };
  }

  /// 64-bit integers stand in JSON as text, as some senders write the others too.
  private static long whole(String digits) {
    if (digits.isEmpty() || digits.length() > 20) {
      return 0;
    }
    try {
      return digits.charAt(0) == '-' ? Long.parseLong(digits) : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }

  @Override
  public double real() {
    JsonToken token = parser.currentToken();
    return token != null && token.isNumeric() ? parser.getDoubleValue() : 0;
  }

  @Override
  public String id() {
    String text = text().toLowerCase(Locale.ROOT);
    return text.length() <= LONGEST_ID && text.matches("[0-9a-f]*") ? text : "";
  }

  @Override
  public Message message() {
    return new JsonMessage(parser);
  }
}

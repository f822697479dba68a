package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What an endpoint answers at one field, in answers that led to no such failure beside the one
/// that did. An endpoint is a method and a path whose ids are left open; of GraphQL the operation
/// too.
final class Contract {
  private static final Pattern ID =
      Pattern.compile(
          "\\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{16,}|(?=.*\\d)[A-Za-z0-9_~-]{1,64}|.*[@%].*");
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d+)]");
  private static final Pattern OPERATION =
      Pattern.compile("\\b(?:query|mutation|subscription)\\s+(\\w+)");
  private static final int MOST_VALUES = 2_000;

  private Contract() {}

  /// @param answers that were compared
  /// @param same of these have the bad value as well
  /// @param others what the rest have there, by how many answers have it; words of ours
  record Compared(int answers, int same, Map<String, Integer> others) {

    /// A sentence of ours; null when nothing is known.
    @Nullable String words() {
      if (answers == 0) {
        return null;
      }
      String seen =
          others.entrySet().stream()
              .map(each -> each.getKey() + " in " + each.getValue())
              .reduce((one, other) -> one + ", " + other)
              .orElse("");
      return answers
          + (answers == 1 ? " other answer" : " other answers")
          + " of the same endpoint led to no such failure; at that field "
          + (answers == 1 ? "it has " : "they have ")
          + (seen.isEmpty() ? "the same" : seen + (same == 0 ? "" : ", the same in " + same))
          + "."
          + (same == 0 ? " The answer that failed differs from all of them." : "");
    }
  }

  /// Compares the value at a field of one answer with that in others of its endpoint.
  ///
  /// @param field as `Shape` names it
  static Compared compare(Exchange bad, String field, List<Exchange> others) {
    String endpoint = endpoint(bad);
    String found = worst(words(body(bad), field));
    int answers = 0;
    int same = 0;
    Map<String, Integer> seen = new TreeMap<>();
    for (Exchange other : others) {
      if (other == bad || !endpoint(other).equals(endpoint) || other.status() == 0) {
        continue;
      }
      JsonNode body = body(other);
      List<String> words = body.isMissingNode() ? List.of() : words(body, field);
      if (words.isEmpty()) {
        continue;
      }
      answers++;
      String worst = worst(words);
      if (worst.equals(found)) {
        same++;
      } else {
        seen.merge(worst, 1, Integer::sum);
      }
    }
    return new Compared(answers, same, seen);
  }

  /// `GET /api/carts/{}`, and the operation of GraphQL behind it.
  static String endpoint(Exchange exchange) {
    StringBuilder path = new StringBuilder(exchange.method()).append(' ');
    String plain = exchange.url().replaceFirst("^[a-z]+://[^/?#]*", "").replaceFirst("[?#].*$", "");
    for (String part : plain.split("/")) {
      if (!part.isEmpty()) {
        path.append('/').append(ID.matcher(part).matches() ? "{}" : part);
      }
    }
    return path + " " + operation(exchange.requestBody());
  }

  private static String operation(@Nullable String body) {
    if (body == null || !body.contains("query")) {
      return "";
    }
    JsonNode json = parsed(body);
    Matcher named = OPERATION.matcher(json.path("query").asString(""));
    return json.path("operationName").asString(named.find() ? named.group(1) : "");
  }

  private static JsonNode body(Exchange exchange) {
    return parsed(exchange.responseBody());
  }

  private static JsonNode parsed(@Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? MissingNode.getInstance()
          : Json.MAPPER.readTree(text);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  /// What stands at a field, every element of a list taken.
  private static List<String> words(JsonNode body, String field) {
    List<JsonNode> at = List.of(body);
    Matcher step = STEP.matcher(field);
    while (step.find()) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode each : at) {
        if (step.group(1) != null) {
          next.add(each.path(step.group(1)));
        } else if (each.isArray() && !each.isEmpty()) {
          each.forEach(next::add);
        } else {
          next.add(MissingNode.getInstance());
        }
        if (next.size() > MOST_VALUES) {
          break;
        }
      }
      at = next;
    }
    return at.stream().map(Contract::word).distinct().toList();
  }

  private static String word(JsonNode value) {
    return value.isArray()
        ? value.isEmpty() ? "an empty list" : "a list with elements"
        : Shape.word(value);
  }

  /// Of several values the one that an application trips over first.
  private static String worst(List<String> words) {
    for (String bad : List.of("missing", "null", "an empty list", "an empty text")) {
      if (words.contains(bad)) {
        return bad;
      }
    }
    return words.isEmpty() ? "missing" : String.join(" or ", words.stream().sorted().toList());
  }
}

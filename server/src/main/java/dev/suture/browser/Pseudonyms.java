package dev.suture.browser;

import dev.suture.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a recorder wrote in place of secrets: words of the same form. Where it took a word of the
/// program for one, as the type `Session` of GraphQL, the page does not know itself in the recorded
/// answers. A recorded request beside the one that the page makes tells which word stands for
/// which.
final class Pseudonyms {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  /// A moment whose letters are no longer those of a moment.
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\b(\\d{4})-(\\d\\d)-(\\d\\d)([A-Z])(\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d{1,9})?([A-Z])\\b");

  private static final int MOST = 1_000;

  private final Map<String, String> words = new HashMap<>();

  /// Learns the words of a document of GraphQL, which is the same in every run of the program.
  ///
  /// @return what stands for what in this request alone: values that are named after another
  Map<String, String> learn(@Nullable String recorded, @Nullable String asked) {
    if (recorded == null || asked == null || recorded.equals(asked)) {
      return Map.of();
    }
    JsonNode one = json(recorded);
    JsonNode other = json(asked);
    if (one == null || other == null) {
      return Map.of();
    }
    document(one.path("query").asString(""), other.path("query").asString(""));
    Map<String, String> values = new HashMap<>();
    values(one, other, values);
    return values;
  }

  private void document(String recorded, String asked) {
    List<String> one = words(recorded);
    List<String> other = words(asked);
    boolean same =
        one.size() == other.size()
            && WORD.matcher(recorded).replaceAll("_").equals(WORD.matcher(asked).replaceAll("_"));
    if (!same || words.size() > MOST) {
      return;
    }
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < one.size(); i++) {
      String known = found.putIfAbsent(one.get(i), other.get(i));
      boolean fits = one.get(i).equals(other.get(i)) || isAlike(one.get(i), other.get(i));
      if (!fits || (known != null && !known.equals(other.get(i)))) {
        return;
      }
    }
    found.forEach(
        (pseudonym, word) -> {
          if (!pseudonym.equals(word)) {
            words.put(pseudonym, word);
            words.putIfAbsent(capital(pseudonym), capital(word));
            words.putIfAbsent(pseudonym.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
          }
        });
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// Texts of letters and digits, as ids are.
  private static void values(JsonNode one, JsonNode other, Map<String, String> found) {
    if (one instanceof ObjectNode fields && other instanceof ObjectNode others) {
      for (Map.Entry<String, JsonNode> each : fields.properties()) {
        values(each.getValue(), others.path(each.getKey()), found);
      }
    } else if (one instanceof ArrayNode list && other instanceof ArrayNode others) {
      for (int i = 0; i < Math.min(list.size(), others.size()); i++) {
        values(list.get(i), others.get(i), found);
      }
    } else if (one.isString() && other.isString() && found.size() < MOST) {
      String pseudonym = one.asString();
      boolean id = WORD.matcher(pseudonym).matches() && pseudonym.matches(".*\\d.*");
      if (id && isAlike(pseudonym, other.asString()) && pseudonym.matches(".*\\p{L}.*")) {
        found.put(pseudonym, other.asString());
      }
    }
  }

  /// The same form, and not the same text.
  private static boolean isAlike(String one, String other) {
    return !one.equals(other) && form(one).equals(form(other));
  }

  private static String form(String word) {
    return word.replaceAll("\\p{Lu}", "A").replaceAll("\\p{Ll}", "a").replaceAll("\\p{N}", "0");
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return text.startsWith("{") || text.startsWith("[") ? Json.MAPPER.readTree(text) : null;
    } catch (JacksonException none) {
      return null;
    }
  }

  /// A recorded text as the page knows it.
  String known(String text) {
    return known(text, Map.of());
  }

  /// @param here see [#learn]
  String known(String text, Map<String, String> here) {
    return moments(words.isEmpty() && here.isEmpty() ? text : replaced(text, here));
  }

  private String replaced(String text, Map<String, String> here) {
    return WORD.matcher(text)
        .replaceAll(
            found -> {
              String word = found.group();
              String known = here.get(word);
              return Matcher.quoteReplacement(
                  known == null ? words.getOrDefault(word, word) : known);
            });
  }

  /// Moments again, for a program reads them.
  private static String moments(String text) {
    return MOMENT
        .matcher(text)
        .replaceAll(
            found ->
                found.group(4).equals("T") && found.group(9).equals("Z")
                    ? Matcher.quoteReplacement(found.group())
                    : "%s-%02d-%02dT%02d:%02d:%02d%sZ"
                        .formatted(
                            found.group(1),
                            1 + number(found, 2) % 12,
                            1 + number(found, 3) % 28,
                            number(found, 5) % 24,
                            number(found, 6) % 60,
                            number(found, 7) % 60,
                            found.group(8) == null ? "" : found.group(8)));
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }
}

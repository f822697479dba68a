package dev.suture.cause.chain;

import dev.suture.cause.flow.Choice;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Node;
import dev.suture.cause.flow.Step;
import dev.suture.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Looks along a path into a body for the first value that makes an engine complain as it did.
final class Shape {
  /// Exactly what the complaint needs.
  static final int EXACT = 3;

  /// Something on the way is missing, and so is all behind it.
  static final int BEFORE = 2;

  /// A value that can have turned into what was complained of.
  static final int POSSIBLE = 1;

  /// Hours, minutes and seconds, which are more often reckoned with than read as a date.
  private static final Pattern CLOCK = Pattern.compile("\\d{1,3}(?::\\d{2}){1,2}(?:\\.\\d+)?");

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{2}:\\d{2}.*)?");
  private static final Pattern SLASHES =
      Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-]\\d{2,4}(?:\\D.*)?");
  private static final Pattern NAMED =
      Pattern.compile("(?i).*\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\\d.*");

  private final Wanted wanted;

  private final Predicate<Step.Pick> blamed;
  private final Set<String> fine;
  private @Nullable String named;
  private Spelling spelling = new Spelling(MissingNode.getInstance());

  Shape(Wanted wanted) {
    this(wanted, _ -> false, Set.of());
  }

  /// @param blamed whether a list without the element that was looked for is to blame, by what
  ///   looked for it
  /// @param fine texts that are as they should be, where anything else is not
  Shape(Wanted wanted, Predicate<Step.Pick> blamed, Set<String> fine) {
    this.fine = fine;
    this.wanted = wanted;
    this.blamed = blamed;
  }

  /// Reads names as the body spells them.
  Shape spelt(Spelling other) {
    spelling = other;
    return this;
  }

  /// Looks for the value that the complaint itself names.
  Shape named(@Nullable String value) {
    this.named = value;
    return this;
  }

  /// @param field path in the body: `$.items[0].price`
  /// @param found what stands there, in a word of ours
  record Bad(String field, String found, int strength) {
    /// The same where the way there may not be the one that was taken.
    Bad possible() {
      return new Bad(field, found, Math.min(strength, POSSIBLE));
    }
  }

  @Nullable Bad look(JsonNode body, List<Step> path) {
    return look(body, path, "$");
  }

  /// @param where the node stands in its body
  @Nullable Bad look(JsonNode node, List<Step> path, String where) {
    if (path.isEmpty()) {
      return judge(node, where);
    }
    Step step = path.getFirst();
    List<Step> rest = path.subList(1, path.size());
    if (isNothing(node)) {
      boolean made =
          step instanceof Step.Made || step instanceof Step.Cut || step instanceof Step.Matched;
      return made ? made(node, where) : before(node, where);
    }
    JsonNode inside = written(node, step);
    if (inside != null) {
      Bad bad = look(inside, path, where);
      return bad == null ? null : new Bad(where, word(node), bad.strength());
    }
    return switch (step) {
      case Step.Key(String name) -> key(node, name, rest, where);
      case Step.Index(int at) -> index(node, at, rest, where);
      case Step.Each _ -> each(node, rest, where);
      case Step.Pick pick -> pick(node, pick, rest, where);
      case Step.Body _ -> look(node, rest, where);
      case Step.Made _ -> made(node, where);
      case Step.Cut(String by, int at) -> cut(node, by, at, where);
      case Step.Matched(String pattern) -> matched(node, pattern, where);
      case Step.Failed _ -> null;
    };
  }

  /// What a text says that is JSON itself, where a step leads into it.
  private static @Nullable JsonNode written(JsonNode node, Step step) {
    boolean into =
        step instanceof Step.Key || step instanceof Step.Index || step instanceof Step.Each;
    if (!into || !node.isString() || !node.asString().matches("(?s)\\s*[{\\[].*")) {
      return null;
    }
    try {
      return Json.MAPPER.readTree(node.asString());
    } catch (JacksonException noJson) {
      return null;
    }
  }

  private @Nullable Bad before(JsonNode node, String where) {
    return switch (wanted) {
      case undefined, nothing, missing, noFunction, anything, noIterable, noDate, noList, falsy ->
          new Bad(where, word(node), BEFORE);
      default -> null;
    };
  }

  private @Nullable Bad key(JsonNode node, String name, List<Step> rest, String where) {
    if (node.isObject()) {
      String spelt = spelling.of(node, name);
      return look(node.path(spelt), rest, where + "." + spelt);
    }
    if (name.equals("length") && (node.isArray() || node.isString())) {
      return null;
    }
    return wanted == Wanted.nothing ? null : new Bad(where, word(node), BEFORE);
  }

  private @Nullable Bad index(JsonNode node, int at, List<Step> rest, String where) {
    if (node.isArray()) {
      return look(node.path(at), rest, where + "[" + at + "]");
    }
    return node.isString() ? null : new Bad(where, word(node), BEFORE);
  }

  private @Nullable Bad each(JsonNode node, List<Step> rest, String where) {
    Bad best = null;
    if (node.isArray()) {
      for (int at = 0; at < node.size(); at++) {
        best = better(best, look(node.path(at), rest, where + "[" + at + "]"));
      }
    } else if (node.isObject()) {
      boolean table = rest.isEmpty() || isTable(node);
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        Bad bad = look(entry.getValue(), rest, where + "." + entry.getKey());
        best = better(best, bad == null || table ? bad : bad.possible());
      }
    } else {
      return new Bad(where, word(node), BEFORE);
    }
    return best;
  }

  /// Whether an object holds things of one kind under names, and is none of them itself.
  private static boolean isTable(JsonNode node) {
    List<JsonNode> values = node.valueStream().filter(each -> !isNothing(each)).toList();
    return values.stream().allMatch(JsonNode::isObject)
        || values.stream().allMatch(JsonNode::isArray);
  }

  private @Nullable Bad pick(JsonNode node, Step.Pick pick, List<Step> rest, String where) {
    Node by = pick.by();
    if (node.isArray() && node.isEmpty()) {
      if (wanted == Wanted.nothing && rest.isEmpty()) {
        return null;
      }
      Bad inside = look(MissingNode.getInstance(), rest, where + "[0]");
      return inside == null
          ? null
          : new Bad(where + "[0]", "missing", by != null ? POSSIBLE : EXACT);
    }
    boolean whole = rest.isEmpty() && (by == null || by.isFunction());
    Bad inside = whole ? null : each(node, rest, where);
    return inside == null && by != null ? unchosen(node, pick, by, where) : inside;
  }

  /// A list that has elements, and none that is wanted.
  private @Nullable Bad unchosen(JsonNode node, Step.Pick pick, Node by, String where) {
    boolean nothing = wanted == Wanted.undefined || wanted == Wanted.missing;
    if (!nothing || !node.isContainer()) {
      return null;
    }
    for (List<String> own : Choice.of(by).own()) {
      boolean any = false;
      for (JsonNode element : node) {
        JsonNode value = element;
        for (String name : own) {
          value = value.path(name);
        }
        any |= !value.isMissingNode();
      }
      if (!any && node.isArray()) {
        return new Bad(where + "[0]." + String.join(".", own), "missing", BEFORE);
      }
    }
    if (!blamed.test(pick)) {
      return null;
    }
    boolean place = node.isArray() && "index".equals(by.field());
    return place
        ? new Bad(where + "[" + node.size() + "]", "missing", POSSIBLE)
        : new Bad(where, "no element that fits", POSSIBLE);
  }

  private static @Nullable Bad better(@Nullable Bad one, @Nullable Bad other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.strength() > one.strength() ? other : one;
  }

  private @Nullable Bad judge(JsonNode node, String where) {
    boolean nothing = isNothing(node);
    int strength =
        switch (wanted) {
          case undefined -> node.isMissingNode() ? EXACT : node.isNull() ? POSSIBLE : 0;
          case nothing -> node.isNull() ? EXACT : node.isMissingNode() ? POSSIBLE : 0;
          case missing -> nothing ? EXACT : 0;
          case emptyList -> node.isArray() && node.isEmpty() ? EXACT : 0;
          case noList -> !nothing && !node.isArray() ? EXACT : 0;
          case noText -> !nothing && !node.isString() ? EXACT : 0;
          case noNumber -> !nothing && !node.isNumber() ? EXACT : 0;
          case noIterable -> !node.isArray() && !node.isString() ? EXACT : 0;
          case noDate -> noDate(node);
          case anything -> anything(node);
          case falsy -> isTrue(node) ? 0 : EXACT;
          case truthy -> isTrue(node) ? EXACT : 0;
          case noFunction -> nothing ? POSSIBLE : 0;
          case noJson -> noJson(node);
        };
    return strength == 0 ? null : new Bad(where, word(node), strength);
  }

  private int anything(JsonNode node) {
    if (isNothing(node)) {
      return named == null || named.matches("undefined|null|NaN|") ? BEFORE : 0;
    }
    if (!node.isValueNode() || fine.contains(node.asString(""))) {
      return 0;
    }
    if (named == null) {
      return POSSIBLE;
    }
    return named.equals(node.asString("")) ? EXACT : 0;
  }

  private @Nullable Bad cut(JsonNode node, String by, int at, String where) {
    if (!node.isString()) {
      return made(node, where);
    }
    int parts = node.asString().split(Pattern.quote(by), -1).length;
    boolean nothing = wanted == Wanted.undefined || wanted == Wanted.missing;
    return parts > at ? made(node, where) : nothing ? new Bad(where, "a text", EXACT) : null;
  }

  private @Nullable Bad matched(JsonNode node, String pattern, String where) {
    boolean nothing =
        wanted == Wanted.nothing || wanted == Wanted.missing || wanted == Wanted.noIterable;
    if (!node.isString() || !nothing) {
      return made(node, where);
    }
    try {
      boolean fits = Pattern.compile(pattern).matcher(node.asString()).find();
      return fits ? null : new Bad(where, "a text", EXACT);
    } catch (java.util.regex.PatternSyntaxException other) {
      return made(node, where);
    }
  }

  private static boolean isTrue(JsonNode node) {
    boolean empty =
        isNothing(node)
            || (node.isBoolean() && !node.asBoolean())
            || (node.isString() && node.asString().isEmpty())
            || (node.isNumber() && node.asDouble() == 0);
    return !empty;
  }

  private @Nullable Bad made(JsonNode node, String where) {
    if (wanted == Wanted.noNumber) {
      return node.isString() || node.isContainer() ? new Bad(where, word(node), BEFORE) : null;
    }
    if (isNothing(node)) {
      return new Bad(where, word(node), BEFORE);
    }
    if (wanted == Wanted.noDate) {
      if (node.isNumber()) {
        return null;
      }
      boolean clock = node.isString() && CLOCK.matcher(node.asString()).matches();
      int strength = clock ? POSSIBLE : noDate(node);
      return strength == 0 ? null : new Bad(where, word(node), strength);
    }
    return wanted == Wanted.emptyList || node.isContainer() || node.isBoolean()
        ? null
        : new Bad(where, word(node), POSSIBLE);
  }

  private static int noJson(JsonNode node) {
    if (isNothing(node)) {
      return BEFORE;
    }
    if (!node.isString()) {
      return 0;
    }
    try {
      Json.MAPPER.readTree(node.asString());
      return node.asString().isBlank() ? EXACT : 0;
    } catch (JacksonException malformed) {
      return EXACT;
    }
  }

  private static int noDate(JsonNode node) {
    if (node.isMissingNode()) {
      return EXACT;
    }
    if (!node.isString()) {
      return node.isNumber() || node.isNull() ? POSSIBLE : EXACT;
    }
    return isDate(node.asString().strip()) ? 0 : EXACT;
  }

  /// Whether engines make a date of a text; what only some of them do counts as not.
  private static boolean isDate(String text) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      int month = Integer.parseInt(day.group(2));
      int date = Integer.parseInt(day.group(3));
      return month >= 1 && month <= 12 && date >= 1 && date <= 31;
    }
    Matcher slashes = SLASHES.matcher(text);
    if (slashes.matches()) {
      return Integer.parseInt(slashes.group(1)) <= 12 && Integer.parseInt(slashes.group(2)) <= 31;
    }
    return NAMED.matcher(text).matches() || text.matches("\\d{4}(?:-\\d{2})?");
  }

  private static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  static String word(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "missing";
      case NULL -> "null";
      case ARRAY -> "a list of " + node.size();
      case OBJECT -> "an object";
      case STRING -> node.asString().isEmpty() ? "an empty text" : "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "something else";
    };
  }
}

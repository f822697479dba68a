package dev.suture.cause.flow;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an engine complained of, in the words of Chromium and Node, of Firefox and of Safari.
///
/// @param property that was read, written or called; null when the words name none
/// @param subject the code that the words quote; null when they quote none
/// @param value captured: the value that the words quote; null when they quote none
public record Complaint(
    Kind kind,
    Wanted wanted,
    @Nullable String property,
    @Nullable String subject,
    @Nullable String value) {

  /// What was tried.
  public enum Kind {
    read,
    destructure,
    call,
    iterate,
    reduce,
    time,
    range,
    parse,
    name,
    convert,
    search,
    chunk,
    other
  }

  /// What the value is that makes the engine complain so.
  public enum Wanted {
    undefined,
    nothing,
    missing,
    emptyList,
    noList,
    noText,
    noNumber,
    noIterable,
    noDate,
    noJson,
    noFunction,
    falsy,
    truthy,
    anything;

    /// Whether it is a value that is not there.
    public boolean isNothing() {
      return this == undefined || this == nothing || this == missing;
    }
  }

  private static final String LISTS =
      "map|filter|forEach|reduce|find|findIndex|some|every|flatMap|sort|join|push|concat|slice"
          + "|reverse|flat|toSorted|splice|pop|shift|unshift|fill|findLast|entries|keys|values";
  private static final String TEXTS =
      "trim|split|toUpperCase|toLowerCase|replace|replaceAll|startsWith|endsWith|charAt|padStart"
          + "|padEnd|substring|substr|match|matchAll|localeCompare|repeat|charCodeAt|normalize|trimEnd";
  private static final String NUMBERS = "toFixed|toPrecision|toExponential";

  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)(?:invalid (?:currency code|language tag|time zone(?: specified)?|unit(?:"
              + " argument)?|url|locale|option|value|count value|array length)[^:]*:\\s*"
              + "|cannot convert )\"?([^\"]{1,200}?)\"?(?: to a BigInt)?$");

  private record Rule(Pattern words, Kind kind, int property, int subject) {
    static Rule of(String words, Kind kind, int property, int subject) {
      return new Rule(Pattern.compile(words), kind, property, subject);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "\\(evaluating '(?:Object\\.(?:keys|values|entries|assign)|Reflect\\.\\w+)\\(",
              Kind.convert,
              0,
              0),
          Rule.of("Cannot destructure property '([^']*)' of '([^']*)'", Kind.destructure, 1, 2),
          Rule.of("Cannot destructure '([^']*)'", Kind.destructure, 0, 1),
          Rule.of("\\(destructured parameter\\) is (?:undefined|null)", Kind.destructure, 0, 0),
          Rule.of("Right side of assignment cannot be destructured", Kind.destructure, 0, 0),
          Rule.of(
              "Cannot (?:read|set) propert(?:y|ies) (?:'([^']*)' )?of (?:undefined|null)(?:"
                  + " \\((?:reading|setting) '([^']*)'\\))?",
              Kind.read,
              2,
              0),
          Rule.of(
              "can't access property \"?([\\w$]+)\"?(?:, | of )(.+?) is (?:undefined|null)",
              Kind.read,
              1,
              2),
          Rule.of(
              "(?:undefined|null) is not an object \\(evaluating"
                  + " '(?:.*?[.\\[])?\"?([\\w$]+)\"?]?(?:\\(.*)?'\\)",
              Kind.read,
              1,
              0),
          Rule.of("([\\w$.()\\[\\]?]+) is (?:undefined|null)$", Kind.read, 0, 1),
          Rule.of(
              "(?:.*\\.)?([\\w$]+) is not a function or its return value is not iterable",
              Kind.call,
              1,
              0),
          Rule.of("((?:.*\\.)?([\\w$]+)(?:\\(\\.\\.\\.\\))?) is not a function", Kind.call, 2, 1),
          Rule.of("([^ ]+) is not iterable", Kind.iterate, 0, 1),
          Rule.of(
              "(?:is not iterable|[Ss]pread syntax requires|undefined is not a function \\(near)",
              Kind.iterate,
              0,
              0),
          Rule.of("[Rr]educe of empty array", Kind.reduce, 0, 0),
          Rule.of(
              "Invalid time value|[Ii]nvalid [Dd]ate|date value is not finite", Kind.time, 0, 0),
          Rule.of(
              "(?:dynamically imported module:? ?|Importing a module script failed|Loading (?:CSS"
                  + " )?chunk |Unable to preload CSS for )(\\S*)",
              Kind.chunk,
              0,
              1),
          Rule.of(
              "not valid JSON|JSON\\.parse|JSON Parse error|Unexpected end of JSON|Unexpected"
                  + " token",
              Kind.parse,
              0,
              0),
          Rule.of("([\\w$]+) is not defined", Kind.name, 0, 1),
          Rule.of("Can't find variable: ([\\w$]+)", Kind.name, 0, 1),
          Rule.of(
              "Cannot convert undefined or null to object|can't convert (?:undefined|null) to"
                  + " object|requires that input parameter not be null",
              Kind.convert,
              0,
              0),
          Rule.of(
              "'in' operator|side of 'in' should be|is not an Object\\. \\(evaluating '.* in ",
              Kind.search,
              0,
              0),
          Rule.of(
              "(?i)(currency|unit|time ?zone|locale|calendar)(?: code)? is required",
              Kind.range,
              0,
              1),
          Rule.of("Cannot convert (.+) to a BigInt", Kind.range, 0, 0),
          Rule.of(
              "Invalid (?:array length|count value|currency|language|digits|string"
                  + " length)|digits|[Pp]recision|out of range|argument must be",
              Kind.range,
              0,
              0));

  /// @param type of the exception
  public static Complaint of(String type, String message) {
    for (Rule rule : RULES) {
      Matcher words = rule.words().matcher(message);
      if (words.find()) {
        String property = group(words, rule.property());
        if (rule.kind() == Kind.read && property == null && words.groupCount() > 1) {
          property = group(words, 1);
        }
        return new Complaint(
            rule.kind(),
            wanted(rule.kind(), property, message),
            property,
            group(words, rule.subject()),
            rule.kind() == Kind.range ? value(message) : null);
      }
    }
    Kind kind = type.equals("RangeError") ? Kind.range : Kind.other;
    return new Complaint(kind, Wanted.anything, null, null, value(message));
  }

  private static @Nullable String value(String message) {
    Matcher quoted = VALUE.matcher(message);
    return quoted.find() ? quoted.group(1).strip() : null;
  }

  private static @Nullable String group(Matcher words, int number) {
    return number == 0 || number > words.groupCount() ? null : words.group(number);
  }

  private static Wanted wanted(Kind kind, @Nullable String property, String message) {
    return switch (kind) {
      case read, destructure -> {
        String lower = message.toLowerCase(Locale.ROOT);
        yield lower.matches("(?s).*(?:of null|is null|null is not|it is null).*")
            ? Wanted.nothing
            : lower.contains("undefined") ? Wanted.undefined : Wanted.missing;
      }
      case convert -> Wanted.missing;
      case call ->
          property == null
              ? Wanted.noFunction
              : property.matches(LISTS)
                  ? Wanted.noList
                  : property.matches(TEXTS)
                      ? Wanted.noText
                      : property.matches(NUMBERS) ? Wanted.noNumber : Wanted.noFunction;
      case iterate -> Wanted.noIterable;
      case reduce -> Wanted.emptyList;
      case time -> Wanted.noDate;
      case parse -> Wanted.noJson;
      case range, search, name, chunk, other -> Wanted.anything;
    };
  }
}

package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names around an expression that failed, by how near they stand to it. All but the read ones
/// are in their plain form, so that `orderItems`, `order_item` and `OrderItem` are one.
///
/// @param read names that the bad values are read by, as they are written
/// @param last plain names of the bad values themselves
/// @param chain plain names on the way to them
/// @param beside what else is read of what lacks them
/// @param owners what lacks them
/// @param function all names in the function that failed
/// @param callers all names in the functions that called it
/// @param files all names in their files
/// @param topics words of the files' own names and of the values
/// @param inside names that are read of the bad values
/// @param picks whether an element of a list is read, or what a call gives
public record Vocabulary(
    Set<String> read,
    Set<String> last,
    Set<String> chain,
    Set<String> beside,
    Set<String> owners,
    Set<String> function,
    Set<String> callers,
    Set<String> files,
    Set<String> topics,
    Set<String> inside,
    boolean picks) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern PART = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\\d+");
  private static final int VALUES = 3;
  private static final int CALLERS = 3;
  private static final int FILES = 3;
  private static final int LONGEST = 12;

  /// What stands for an element of a list and for what a call gives.
  private static final String ELEMENT = "#";

  private static final String GIVEN = "()";

  /// Names of the language, of its lists and of wrappers: no property of an answer is told by them.
  private static final Set<String> COMMON =
      Set.of(
          "length",
          "data",
          "body",
          "value",
          "result",
          "response",
          "payload",
          "current",
          "state",
          "props",
          "error",
          "map",
          "find",
          "filter",
          "forEach",
          "reduce",
          "some",
          "every",
          "includes",
          "push",
          "join",
          "split",
          "toFixed",
          "toString",
          "id",
          "key",
          "json",
          "then",
          "undefined",
          "null",
          "true",
          "false",
          "this",
          "window",
          "document",
          "console",
          "Math",
          "Number",
          "String",
          "Array",
          "Object",
          "JSON",
          "Date",
          "Promise",
          "Error",
          "Boolean",
          "Map",
          "Set",
          "get",
          "set",
          "has",
          "add",
          "delete",
          "new",
          "at");

  /// @param values that can have been wrong, the likeliest first
  /// @param places the failing one first
  ///
  /// @param property that was read of the bad value; null when that is not known
  public static Vocabulary of(List<Node> values, @Nullable String property, List<Position> places) {
    List<Node> likely = values.stream().limit(VALUES).toList();
    List<Node> functions = places.stream().limit(1L + CALLERS).map(Position::function).toList();
    Set<String> last = new LinkedHashSet<>();
    Set<String> chain = new LinkedHashSet<>();
    Set<String> owners = new HashSet<>();
    Set<String> inside = new HashSet<>();
    boolean picks = false;
    for (Node value : likely) {
      List<String> tail = tail(value);
      List<String> names = tail.stream().filter(Vocabulary::isName).toList();
      names.stream().findFirst().ifPresent(last::add);
      chain.addAll(names);
      picks |= names.size() < tail.size();
      names.stream().skip(1).findFirst().ifPresent(owners::add);
      if (value.is("object_pattern")) {
        taken(value).forEach(inside::add);
      }
    }
    Set<String> read = new LinkedHashSet<>(last);
    read.addAll(chain);
    chain.addAll(inside);
    if (property != null) {
      inside.add(property);
    }
    read.removeIf(COMMON::contains);
    List<Node> roots = places.stream().map(each -> each.function().root()).distinct().toList();
    Set<String> topics = new HashSet<>();
    roots.stream()
        .limit(FILES)
        .map(root -> root.path().replaceFirst("^.*/", "").replaceFirst("\\..*$", ""))
        .forEach(name -> topics.addAll(words(name)));
    chain.forEach(name -> topics.addAll(words(name)));
    return new Vocabulary(
        read,
        plain(last),
        plain(chain),
        plain(beside(likely)),
        plain(owners),
        plain(functions.stream().limit(1).flatMap(each -> names(each.text()).stream()).toList()),
        plain(functions.stream().skip(1).flatMap(each -> names(each.text()).stream()).toList()),
        plain(roots.stream().flatMap(each -> names(each.text()).stream()).toList()),
        topics,
        inside,
        picks);
  }

  /// The properties that a pattern takes.
  private static List<String> taken(Node pattern) {
    return pattern.children().stream()
        .map(each -> each.child("key") instanceof Node key ? key : each)
        .filter(each -> !each.is("rest_pattern"))
        .map(each -> each.text().replaceFirst("(?s)[\\s=:].*$", ""))
        .toList();
  }

  private static boolean isName(String step) {
    return !step.equals(ELEMENT) && !step.equals(GIVEN);
  }

  /// The names of a chain of members, the last first.
  private static List<String> tail(Node value) {
    List<String> steps = new ArrayList<>();
    Node at = value;
    while (at != null) {
      Node property = at.child("property");
      Node index = at.child("index");
      if (at.is("identifier")) {
        Node given = steps.size() > LONGEST ? null : given(at);
        if (given == null) {
          steps.add(at.text().replaceFirst("^\\$(?=\\w)", ""));
        }
        at = given;
      } else if (at.is("member_expression") && property != null) {
        steps.add(property.text());
        at = at.child("object");
      } else if (at.is("subscript_expression") && index != null) {
        steps.add(index.is("string") ? Patterns.unquoted(index) : ELEMENT);
        at = at.child("object");
      } else if (at.is("call_expression")) {
        Node callee = at.child("function");
        String got = callee == null ? null : Reading.name(at);
        steps.add(got == null ? GIVEN : got);
        at = got == null || callee == null ? callee : callee.child("object");
      } else if (at.is(
          "non_null_expression", "parenthesized_expression", "await_expression", "as_expression")) {
        at = at.first();
      } else {
        return steps;
      }
    }
    return steps;
  }

  /// What a variable of the same function is given; null where it is none.
  private static @Nullable Node given(Node name) {
    Node function = name.function();
    return function == null
        ? null
        : function
            .all("variable_declarator")
            .filter(each -> !each.holds(name) && each.to() <= name.from())
            .filter(each -> each.child("name") instanceof Node own && own.is("identifier"))
            .filter(each -> name.text().equals(name(each)))
            .reduce((_, last) -> last)
            .map(each -> each.child("value"))
            .orElse(null);
  }

  private static String name(Node declarator) {
    Node name = declarator.child("name");
    return name == null ? "" : name.text();
  }

  /// What is read of the same thing as the values, or taken from it with them.
  private static List<String> beside(List<Node> values) {
    List<String> beside = new ArrayList<>();
    for (Node value : values) {
      beside.addAll(Reading.beside(value));
      if (value.is("identifier")) {
        value
            .passage()
            .all("object_pattern")
            .filter(each -> names(each.text()).contains(value.text()))
            .forEach(each -> beside.addAll(names(each.text())));
        beside.remove(value.text());
      }
    }
    return beside;
  }

  private static List<String> names(String code) {
    return NAME.matcher(code).results().map(found -> found.group()).toList();
  }

  private static Set<String> plain(Iterable<String> names) {
    Set<String> plain = new HashSet<>();
    Set<String> seen = new HashSet<>();
    names.forEach(
        each -> {
          if (seen.add(each)) {
            plain.add(plain(each));
          }
        });
    plain.remove("");
    return plain;
  }

  /// A name's words in lower case and in the singular, with blanks between.
  public static String plain(String name) {
    return String.join(" ", parts(name));
  }

  /// The words of a name or an address.
  public static Set<String> words(String name) {
    return parts(name).stream().collect(Collectors.toSet());
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(name);
    while (part.find()) {
      parts.add(singular(part.group().toLowerCase(Locale.ROOT)));
    }
    return parts;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("ses") || word.endsWith("xes")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && word.length() > 3;
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /// How near to the failing expression a name stands; null where it is not there.
  public @Nullable Nearness nearness(String name) {
    String plain = plain(name);
    if (last.contains(plain)) {
      return Nearness.value;
    }
    if (chain.contains(plain)) {
      return Nearness.chain;
    }
    if (function.contains(plain)) {
      return Nearness.function;
    }
    return callers.contains(plain)
        ? Nearness.callers
        : files.contains(plain) ? Nearness.files : null;
  }

  /// Where a name stands, the nearest first.
  public enum Nearness {
    value,
    chain,
    function,
    callers,
    files
  }
}

package dev.suture.cause.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The files of an application that know one another by imports. A file is read when something
/// leads to it.
public final class Program {
  private static final int MOST_UNITS = 300;
  private static final List<String> ENDINGS =
      List.of(
          "",
          ".ts",
          ".tsx",
          ".js",
          ".jsx",
          ".mjs",
          ".vue",
          ".svelte",
          "/index.ts",
          "/index.tsx",
          "/index.js",
          "/index.jsx");

  private final List<String> paths;
  private final Function<String, @Nullable String> texts;
  private final Parser parser;
  private final Map<String, @Nullable Unit> read = new HashMap<>();
  private final Map<String, Unit> connected = new LinkedHashMap<>();

  /// @param paths of the files that may belong to it
  /// @param texts gives a file's text; null when it has none
  public Program(List<String> paths, Function<String, @Nullable String> texts, Parser parser) {
    this.paths = paths.stream().filter(Program::isSource).toList();
    this.texts = texts;
    this.parser = parser;
  }

  /// Whether a file can hold a program of a page.
  public static boolean isSource(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.matches(".*\\.(?:[mc]?[jt]sx?|vue|svelte|html?)")
        && !lower.matches(
            ".*(?:\\.min\\.js|\\.d\\.ts|\\.config\\.[mc]?[jt]s|[.-](?:test|spec|stories)\\.[mc]?[jt]sx?)")
        && !lower.matches("(?:.*/)?(?:node_modules|dist|build|vendor|__tests__|coverage)/.*");
  }

  @Nullable Unit unit(String path) {
    if (!read.containsKey(path)) {
      String text = texts.apply(path);
      read.put(path, text == null ? null : new Unit(parser.parse(path, text)));
    }
    return read.get(path);
  }

  Unit unitOf(Node node) {
    Unit unit = unit(node.path());
    if (unit == null) {
      throw new IllegalStateException("a node of a file that was not read");
    }
    return unit;
  }

  /// Reads a file and all that is connected with it.
  public @Nullable Node open(String path) {
    Unit first = unit(path);
    if (first == null) {
      return null;
    }
    Deque<Unit> next = new ArrayDeque<>(List.of(first));
    connected.put(path, first);
    if (isScript(first)) {
      scripts(first).forEach(each -> connect(each, next));
    }
    while (!next.isEmpty() && connected.size() < MOST_UNITS) {
      Unit unit = next.removeFirst();
      List<String> near = new ArrayList<>(imported(unit));
      near.addAll(importers(unit));
      near.addAll(loaders(unit));
      for (String each : near) {
        Unit other = connected.containsKey(each) ? null : unit(each);
        if (other != null) {
          connected.put(each, other);
          next.add(other);
        }
      }
    }
    return first.root();
  }

  private void connect(String path, Deque<Unit> next) {
    Unit other = connected.containsKey(path) ? null : unit(path);
    if (other != null && isScript(other)) {
      connected.put(path, other);
      next.add(other);
    }
  }

  /// A file that shares its names with all others of the page.
  private static boolean isScript(Unit unit) {
    return unit.imports().isEmpty()
        && unit.path().matches("(?i).*\\.(?:js|ts|html?)")
        && unit.root().children().stream().noneMatch(each -> each.is("export_statement"))
        && !unit.mentions("require(");
  }

  /// Scripts beside one or below the folder that it is in.
  private List<String> scripts(Unit unit) {
    int end = unit.path().lastIndexOf('/');
    String folder = unit.path().substring(0, end + 1);
    int above = folder.lastIndexOf('/', folder.length() - 2);
    String within = above < 0 ? folder : folder.substring(0, above + 1);
    return paths.stream()
        .filter(each -> each.startsWith(within) && !each.equals(unit.path()))
        .limit(MOST_UNITS)
        .toList();
  }

  List<Unit> mentioning(String word) {
    return connected.values().stream().filter(unit -> unit.mentions(word)).toList();
  }

  private List<String> imported(Unit unit) {
    List<String> found = new ArrayList<>();
    unit.root()
        .all("import_statement", "export_statement", "call_expression")
        .forEach(
            each -> {
              Node source = each.is("call_expression") ? loaded(each) : each.child("source");
              String path = source == null ? null : resolve(unit.path(), Patterns.unquoted(source));
              if (path != null) {
                found.add(path);
              }
            });
    return found;
  }

  /// `+page.ts` and `+page.server.ts` beside `+page.svelte`: a router connects them by their names.
  private List<String> loaders(Unit unit) {
    String path = unit.path();
    if (!path.matches("(?:.*/)?\\+(?:page|layout)\\.svelte")) {
      return List.of();
    }
    String beside = path.substring(0, path.length() - "svelte".length());
    return paths.stream().filter(each -> each.startsWith(beside) && !each.equals(path)).toList();
  }

  /// What `require(...)` and `import(...)` name.
  private static @Nullable Node loaded(Node call) {
    Node function = call.child("function");
    Node arguments = call.child("arguments");
    Node first = arguments == null ? null : arguments.first();
    return function != null
            && (function.is("import") || function.text().equals("require"))
            && first != null
            && first.is("string")
        ? first
        : null;
  }

  /// Where a file loads another one of that name when it is needed.
  public @Nullable Node loading(String path, String name) {
    Unit unit = unit(path);
    if (unit == null) {
      return null;
    }
    return unit.calls().stream()
        .filter(
            each -> {
              Node module = loaded(each);
              return module != null
                  && Patterns.unquoted(module)
                      .matches("(?i)(?:.*/)?" + java.util.regex.Pattern.quote(name) + "(?:\\..*)?");
            })
        .findFirst()
        .orElse(null);
  }

  private List<String> importers(Unit unit) {
    String file = unit.path().substring(unit.path().lastIndexOf('/') + 1);
    String name = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    String wanted = name.equals("index") ? folder(unit.path()) : name;
    List<String> found = new ArrayList<>();
    for (String path : paths) {
      if (path.equals(unit.path())) {
        continue;
      }
      String text = texts.apply(path);
      if (text == null || !text.contains(wanted)) {
        continue;
      }
      Unit other = unit(path);
      boolean page = path.endsWith(".html") && text.contains(file);
      if (other != null && (page || imported(other).contains(unit.path()))) {
        found.add(path);
      }
    }
    return found;
  }

  private static String folder(String path) {
    int end = path.lastIndexOf('/');
    String folder = end < 0 ? "" : path.substring(0, end);
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  /// The file that an import means; null when it is none of the application's.
  @Nullable String resolve(String from, String module) {
    if (module.startsWith(".")) {
      int end = from.lastIndexOf('/');
      return ending(normal((end < 0 ? "" : from.substring(0, end + 1)) + module));
    }
    if (module.startsWith("/")
        || module.startsWith("@/")
        || module.startsWith("~/")
        || module.startsWith("src/")
        || module.startsWith("$lib/")
        || module.startsWith("#")) {
      String rest = module.replaceFirst("^(?:@/|~/|/|\\$lib/|#/?)", "/");
      List<String> fits =
          paths.stream()
              .filter(
                  path ->
                      ENDINGS.stream()
                          .anyMatch(
                              ending ->
                                  ("/" + path)
                                      .endsWith((rest.startsWith("/") ? "" : "/") + rest + ending)))
              .toList();
      return fits.size() == 1 ? fits.getFirst() : null;
    }
    return null;
  }

  private @Nullable String ending(String path) {
    for (String each : ENDINGS) {
      if (paths.contains(path + each)) {
        return path + each;
      }
    }
    String other = path.replaceFirst("\\.jsx?$", "");
    for (String each : List.of(".ts", ".tsx")) {
      if (paths.contains(other + each)) {
        return other + each;
      }
    }
    return null;
  }

  private static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /// What a file exports by a name: an expression, a function or a class.
  @Nullable Node exported(String path, String name, int depth) {
    Unit unit = depth > 8 ? null : unit(path);
    if (unit == null) {
      return null;
    }
    for (Node each : unit.root().all("export_statement").toList()) {
      Node found = exportedBy(unit, each, name, depth);
      if (found != null) {
        return found;
      }
    }
    for (Node each : unit.assignments()) {
      Node left = each.child("left");
      Node right = each.child("right");
      if (left != null && right != null) {
        if (left.text().equals("module.exports." + name) || left.text().equals("exports." + name)) {
          return right;
        }
        if (left.text().equals("module.exports")) {
          return name.equals("default") ? right : property(right, name);
        }
      }
    }
    return null;
  }

  private @Nullable Node exportedBy(Unit unit, Node statement, String name, int depth) {
    Node source = statement.child("source");
    if (source != null) {
      String path = resolve(unit.path(), Patterns.unquoted(source));
      if (path == null) {
        return null;
      }
      List<Node> specifiers = statement.all("export_specifier").toList();
      if (specifiers.isEmpty()) {
        return exported(path, name, depth + 1);
      }
      for (Node each : specifiers) {
        if (name(each, "alias").equals(name)) {
          return exported(path, name(each, "name"), depth + 1);
        }
      }
      return null;
    }
    Node declaration = statement.child("declaration");
    Node value = statement.child("value");
    boolean isDefault = statement.text().startsWith("export default");
    if (isDefault) {
      Node given = value != null ? value : declaration;
      Node named = given != null && given.is("identifier") ? unit.topLevel(given.text()) : given;
      return name.equals("default") ? (named != null ? named : given) : null;
    }
    if (declaration != null) {
      return declaration
          .all("identifier", "type_identifier", "shorthand_property_identifier_pattern")
          .filter(each -> each.text().equals(name) && unit.topLevel(name) == each)
          .findFirst()
          .orElse(null);
    }
    return statement
        .all("export_specifier")
        .filter(each -> name(each, "alias").equals(name))
        .map(each -> unit.topLevel(name(each, "name")))
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  private static String name(Node specifier, String field) {
    Node named = specifier.child(field);
    Node other = named == null ? specifier.child("name") : named;
    return other == null ? "" : other.text();
  }

  /// The value of an object literal's property; a method is its own value.
  static @Nullable Node property(Node object, String name) {
    if (!object.is("object")) {
      return null;
    }
    for (Node each : object.children().reversed()) {
      if (each.is("pair") && new Step.Key(name).equals(Patterns.key(each.child("key")))) {
        return each.child("value");
      }
      if (each.is("method_definition") && named(each).equals(name)) {
        return each;
      }
      if (each.is("shorthand_property_identifier") && each.text().equals(name)) {
        return each;
      }
    }
    return null;
  }

  static String named(Node node) {
    Node name = node.child("name");
    return name == null ? "" : name.text();
  }
}

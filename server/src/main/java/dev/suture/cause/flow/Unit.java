package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One file of a program, with what its names stand for.
public final class Unit {
  private final Node root;
  private final String text;
  private final Map<String, List<Node>> declarations = new HashMap<>();
  private final Map<String, List<Node>> holders = new HashMap<>();
  private final List<Node> imports;
  private final List<Node> calls;
  private final List<Node> assignments;

  Unit(Node root) {
    this.root = root;
    this.text = root.text();
    root.all("identifier", "shorthand_property_identifier_pattern", "type_identifier")
        .filter(Unit::isDeclared)
        .forEach(
            each -> declarations.computeIfAbsent(each.text(), _ -> new ArrayList<>()).add(each));
    imports = root.all("import_statement").toList();
    calls = root.all("call_expression").toList();
    assignments = root.all("assignment_expression", "augmented_assignment_expression").toList();
  }

  Node root() {
    return root;
  }

  String path() {
    return root.path();
  }

  /// What gives a property, a method or a function of the file that name.
  List<Node> holding(String name) {
    if (holders.isEmpty()) {
      root.all(
              "method_definition",
              "function_declaration",
              "pair",
              "public_field_definition",
              "field_definition",
              "variable_declarator",
              "assignment_expression",
              "shorthand_property_identifier")
          .forEach(
              each -> holders.computeIfAbsent(heldName(each), _ -> new ArrayList<>()).add(each));
    }
    return holders.getOrDefault(name, List.of());
  }

  private static String heldName(Node node) {
    Node name =
        switch (node.kind()) {
          case "pair" -> node.child("key");
          case "assignment_expression" -> {
            Node left = node.child("left");
            yield left == null || !left.is("member_expression") ? null : left.child("property");
          }
          case "shorthand_property_identifier" -> node;
          default -> {
            Node named = node.child("name");
            yield named == null ? node.child("property") : named;
          }
        };
    return name == null ? "" : name.is("string") ? Patterns.unquoted(name) : name.text();
  }

  boolean mentions(String word) {
    return text.contains(word);
  }

  List<Node> imports() {
    return imports;
  }

  List<Node> calls() {
    return calls;
  }

  List<Node> assignments() {
    return assignments;
  }

  /// The identifier that declares a name where it is used; null when the file does not.
  @Nullable Node declaration(Node use) {
    Node best = null;
    int narrowest = Integer.MAX_VALUE;
    for (Node each : declarations.getOrDefault(use.text(), List.of())) {
      Node scope = scope(each);
      if (scope.holds(use) && scope.to() - scope.from() < narrowest) {
        best = each;
        narrowest = scope.to() - scope.from();
      }
    }
    return best;
  }

  /// A name declared by the file itself.
  @Nullable Node topLevel(String name) {
    for (Node each : declarations.getOrDefault(name, List.of())) {
      if (scope(each).is("program")) {
        return each;
      }
    }
    return null;
  }

  private static Node scope(Node declared) {
    Node holder = Patterns.holder(declared);
    boolean named =
        declared.parent() == holder
            && "name".equals(declared.field())
            && holder.is(
                "function_declaration",
                "class_declaration",
                "enum_declaration",
                "generator_function_declaration");
    Node from = named && holder.parent() != null ? holder.parent() : holder;
    boolean variable = holder.is("variable_declarator");
    Node scope =
        from.within(
            each ->
                each.is(
                        "program",
                        "statement_block",
                        "for_statement",
                        "for_in_statement",
                        "catch_clause",
                        "class_body",
                        "switch_case")
                    || (!variable && each.isFunction())
                    || (each.isFunction() && each.child("body") != null && variable));
    return scope == null ? declared.root() : scope;
  }

  private static boolean isDeclared(Node name) {
    if (name.is("shorthand_property_identifier_pattern")) {
      return Patterns.isDeclaration(Patterns.top(name));
    }
    Node parent = name.parent();
    if (parent == null) {
      return false;
    }
    return switch (parent.kind()) {
      case "function_declaration",
          "generator_function_declaration",
          "class_declaration",
          "enum_declaration",
          "function_expression" ->
          "name".equals(name.field());
      case "import_specifier" -> "alias".equals(name.field()) || parent.child("alias") == null;
      case "import_clause", "namespace_import" -> true;
      default -> name.is("identifier") && Patterns.isDeclaration(Patterns.top(name));
    };
  }
}

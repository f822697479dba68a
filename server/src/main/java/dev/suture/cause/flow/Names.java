package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.joined;
import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What names stand for: variables, parameters, imports, and properties of objects.
final class Names {
  private final Tracer tracer;

  Names(Tracer tracer) {
    this.tracer = tracer;
  }

  void trace(Node use, List<Step> path, @Nullable Context context) {
    Unit unit = tracer.program.unitOf(use);
    Node declared = unit.declaration(use);
    if (declared != null) {
      declared(declared, path, context);
      return;
    }
    String name = use.text();
    if (name.equals("undefined") || name.equals("NaN")) {
      tracer.end(new Origin.Constant(use, context), path);
      return;
    }
    if (Browser.isBuiltIn(name)) {
      tracer.end(new Origin.Global(name, use), path);
      return;
    }
    boolean loop = ofTemplate(use, path, context);
    Node other = loop ? null : ofScripts(name);
    if (other != null) {
      declared(other, path, null);
    } else if (!loop && !property(name, use, path, context)) {
      tracer.end(new Origin.Global(name, use), path);
    }
  }

  /// `v-for="(item, at) in items"` names elements for all that stands below it.
  private boolean ofTemplate(Node use, List<Step> path, @Nullable Context context) {
    if (!use.path().endsWith(".vue")) {
      return false;
    }
    List<Node> loops =
        use.root()
            .all("binary_expression", "for_in_statement")
            .filter(each -> each.operator().matches("in|of") && each.from() <= use.from())
            .filter(each -> holdsName(each.child("left"), use.text()))
            .toList();
    if (loops.isEmpty()) {
      return false;
    }
    tracer.trace(loops.getLast().child("right"), plus(Step.EACH, path), context);
    return true;
  }

  private static boolean holdsName(@Nullable Node left, String name) {
    return left != null
        && left.all("identifier").findFirst().map(Node::text).orElse("").equals(name);
  }

  /// A name of a script without imports is one for all of the page.
  private @Nullable Node ofScripts(String name) {
    for (Unit unit : tracer.program.mentioning(name)) {
      Node found = unit.topLevel(name);
      if (found != null && unit.imports().isEmpty()) {
        return found;
      }
    }
    return null;
  }

  /// From the identifier that declares a name to what it is given.
  void declared(Node name, List<Step> path, @Nullable Context context) {
    Node holder = Patterns.holder(name);
    List<Step> whole = joined(Patterns.steps(name), path);
    Patterns.defaults(name).forEach(each -> tracer.trace(each, path, context));
    switch (holder.kind()) {
      case "variable_declarator" -> {
        tracer.trace(holder.child("value"), whole, context);
        assigned(name, path, context);
      }
      case "for_in_statement" ->
          tracer.trace(
              holder.operator().equals("in") ? null : holder.child("right"),
              plus(Step.EACH, whole),
              context);
      case "import_specifier", "import_clause", "namespace_import" ->
          imported(name, holder, path, context);
      case "class_declaration" -> ofClass(holder, path, context);
      case "catch_clause" -> tracer.end(new Origin.Unknown(name), path);
      default -> {
        if (holder.isFunction() && name.parent() != holder) {
          tracer.parameters().trace(name, holder, path, context);
          assigned(name, path, context);
        } else if (holder.isFunction() && Patterns.parameter(name, holder) >= 0) {
          tracer.parameters().trace(name, holder, path, context);
        } else {
          tracer.end(new Origin.Constant(name, context), path);
        }
      }
    }
  }

  /// What a variable is given after its declaration, and what is put into it.
  private void assigned(Node name, List<Step> path, @Nullable Context context) {
    Unit unit = tracer.program.unitOf(name);
    String text = name.text();
    for (Node each : unit.assignments()) {
      Node left = each.child("left");
      if (left != null && left.text().equals(text) && unit.declaration(left) == name) {
        tracer.trace(each.child("right"), path, context);
      } else if (left != null
          && !path.isEmpty()
          && left.is("member_expression", "subscript_expression")) {
        Node object = left.child("object");
        if (object != null && object.text().equals(text) && unit.declaration(object) == name) {
          step(left, path.getFirst(), each.child("right"), rest(path), context);
        }
      }
    }
    filled(unit, text, path, context);
  }

  private void step(
      Node left, Step first, @Nullable Node right, List<Step> rest, @Nullable Context context) {
    Node property = left.child("property");
    if (property != null && property.text().matches("value|current")) {
      boolean named = first.equals(new Step.Key(property.text()));
      tracer.trace(right, named ? rest : plus(first, rest), context);
      return;
    }
    boolean same =
        property == null || (first instanceof Step.Key(String key) && key.equals(property.text()));
    boolean byIndex = property == null && !(first instanceof Step.Key);
    if (property == null ? byIndex : same) {
      tracer.trace(right, rest, context);
    }
  }

  /// `list.push(value)`, `map.set(key, value)`, `set.add(value)`.
  private void filled(Unit unit, String holder, List<Step> path, @Nullable Context context) {
    if (path.isEmpty() || path.getFirst() instanceof Step.Key) {
      return;
    }
    for (Node call : unit.calls()) {
      Node function = call.child("function");
      Node arguments = call.child("arguments");
      if (function == null || arguments == null || !function.is("member_expression")) {
        continue;
      }
      Node object = function.child("object");
      Node property = function.child("property");
      if (object == null || property == null || !object.text().equals(holder)) {
        continue;
      }
      switch (property.text()) {
        case "push", "unshift", "add" ->
            arguments
                .children()
                .forEach(
                    each ->
                        tracer.trace(
                            each.is("spread_element") ? each.first() : each,
                            each.is("spread_element") ? path : rest(path),
                            context));
        case "set" -> {
          if (arguments.children().size() == 2) {
            tracer.trace(arguments.children().get(1), rest(path), context);
          }
        }
        default -> {}
      }
    }
  }

  private void imported(Node name, Node holder, List<Step> path, @Nullable Context context) {
    Node target = target(name, holder);
    if (target != null) {
      value(target, path);
      return;
    }
    if (holder.is("namespace_import")
        && !path.isEmpty()
        && path.getFirst() instanceof Step.Key(String key)) {
      Node member = exportOf(holder, key);
      if (member != null) {
        value(member, rest(path));
        return;
      }
    }
    tracer.end(new Origin.Global(name.text(), name), path);
  }

  private void value(Node target, List<Step> path) {
    if (target.is("identifier", "shorthand_property_identifier_pattern", "type_identifier")) {
      declared(target, path, null);
    } else {
      tracer.trace(target, path, null);
    }
  }

  private @Nullable Node target(Node name, Node holder) {
    return switch (holder.kind()) {
      case "import_specifier" -> {
        Node original = holder.child("name");
        yield original == null ? null : exportOf(holder, original.text());
      }
      case "import_clause" -> exportOf(holder, "default");
      default -> null;
    };
  }

  private @Nullable Node exportOf(Node inside, String name) {
    Node statement = inside.within(each -> each.is("import_statement"));
    Node source = statement == null ? null : statement.child("source");
    String path =
        source == null ? null : tracer.program.resolve(inside.path(), Patterns.unquoted(source));
    return path == null ? null : tracer.program.exported(path, name, 0);
  }

  /// The function, class or object that a name stands for; null when that is not known.
  @Nullable Node meant(Node use) {
    Node declared = tracer.program.unitOf(use).declaration(use);
    if (declared == null) {
      Node other = Browser.isBuiltIn(use.text()) ? null : ofScripts(use.text());
      return other == null ? null : definition(other);
    }
    return definition(declared);
  }

  private @Nullable Node definition(Node declared) {
    Node holder = Patterns.holder(declared);
    if (holder.is("import_specifier", "import_clause")) {
      Node target = target(declared, holder);
      boolean name =
          target != null
              && target.is(
                  "identifier", "shorthand_property_identifier_pattern", "type_identifier");
      return target != null && name ? definition(target) : target;
    }
    if (holder.is("variable_declarator")) {
      Node value = holder.child("value");
      return declared.parent() == holder ? Functions.inside(value) : null;
    }
    return holder.is("class_declaration")
            || (holder.isFunction()
                && declared.parent() == holder
                && "name".equals(declared.field()))
        ? holder
        : null;
  }

  void self(Node node, List<Step> path, @Nullable Context context) {
    if (!path.isEmpty() && path.getFirst() instanceof Step.Key(String name)) {
      Node around = node.within(each -> each.is("class_declaration", "class"));
      if (around == null || !member(around, name, rest(path), context)) {
        if (!property(name, node, rest(path), context)) {
          tracer.end(new Origin.Unknown(node), path);
        }
      }
    } else {
      tracer.end(new Origin.Unknown(node), path);
    }
  }

  /// An object of a class.
  void ofClass(Node type, List<Step> path, @Nullable Context context) {
    if (path.isEmpty()
        || !(path.getFirst() instanceof Step.Key(String name))
        || !member(type, name, rest(path), context)) {
      tracer.end(new Origin.Constant(type, context), path);
    }
  }

  /// A class's field or getter, and what its code puts there.
  private boolean member(Node type, String name, List<Step> path, @Nullable Context context) {
    List<Node> values = new ArrayList<>();
    type.all("public_field_definition", "field_definition")
        .filter(each -> Program.named(each).equals(name))
        .map(each -> each.child("value"))
        .forEach(values::add);
    type.all("method_definition")
        .filter(each -> Program.named(each).equals(name) && each.text().startsWith("get "))
        .forEach(each -> tracer.returns(each, path, context));
    assignments(type, name).forEach(values::add);
    if (name.equals("state")) {
      Components.states(type).forEach(values::add);
    }
    for (Node value : values) {
      tracer.trace(value, path, context);
    }
    filled(tracer.program.unitOf(type), "this." + name, path, context);
    return !values.isEmpty();
  }

  private static Stream<Node> assignments(Node within, String name) {
    return within
        .all("assignment_expression", "augmented_assignment_expression")
        .filter(
            each -> {
              Node left = each.child("left");
              Node property = left == null ? null : left.child("property");
              return left != null
                  && property != null
                  && left.is("member_expression")
                  && property.text().equals(name);
            })
        .map(each -> each.child("right"));
  }

  /// What is put into a property of that name anywhere, the file itself first.
  boolean property(String name, Node near, List<Step> path, @Nullable Context context) {
    Unit own = tracer.program.unitOf(near);
    List<Node> values = given(own, name);
    if (values.isEmpty() && !Browser.isBuiltIn(name)) {
      for (Unit unit : tracer.program.mentioning(name)) {
        values.addAll(given(unit, name));
      }
    }
    values.forEach(value -> tracer.trace(value, path, context));
    return !values.isEmpty();
  }

  private static List<Node> given(Unit unit, String name) {
    List<Node> values = new ArrayList<>(assignments(unit.root(), name).toList());
    values.addAll(Components.data(unit.root(), name));
    return values;
  }
}

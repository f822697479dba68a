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
  private final Elements elements;

  Names(Tracer tracer) {
    this.tracer = tracer;
    this.elements = new Elements(tracer);
  }

  Elements elements() {
    return elements;
  }

  void trace(Node use, List<Step> path, @Nullable Context context) {
    Unit unit = tracer.program.unitOf(use);
    Node declared = unit.declaration(use);
    if (declared != null) {
      declared(declared, path, context);
      return;
    }
    String name = use.text();
    if (name.startsWith("$") && name.length() > 1 && use.path().endsWith(".svelte")) {
      Node store = unit.topLevel(name.substring(1));
      if (store != null) {
        declared(store, path, context);
        tracer.assigned().subscribed(store, path);
        return;
      }
    }
    if (name.equals("undefined") || name.equals("NaN")) {
      tracer.end(new Origin.Constant(use, context), path);
      return;
    }
    if (Browser.isBuiltIn(name)) {
      tracer.end(new Origin.Global(name, use), path);
      return;
    }
    boolean loop = tracer.templates().loop(use, path, context);
    Node other = loop ? null : ofScripts(name);
    if (other != null) {
      declared(other, path, null);
    } else if (!loop
        && !tracer.templates().given(name, use, path)
        && !ofNamespace(name, path, context)
        && !property(name, use, path, context)) {
      tracer.end(new Origin.Global(name, use), path);
    }
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

  /// `App.settings = value` somewhere, where nothing declares `App`.
  private boolean ofNamespace(String name, List<Step> path, @Nullable Context context) {
    if (path.isEmpty() || !(path.getFirst() instanceof Step.Key(String key))) {
      return false;
    }
    boolean any = false;
    for (Unit unit : tracer.program.mentioning(name)) {
      for (Node each : unit.holding(key)) {
        Node left = each.child("left");
        Node object = left == null ? null : left.child("object");
        if (object != null && Browser.unscoped(object).equals(name)) {
          any = true;
          tracer.trace(each.child("right"), rest(path), context);
        }
      }
    }
    return any;
  }

  /// From the identifier that declares a name to what it is given.
  void declared(Node name, List<Step> path, @Nullable Context context) {
    Node holder = Patterns.holder(name);
    List<Step> whole = joined(Patterns.steps(name), path);
    Patterns.defaults(name).forEach(each -> tracer.trace(each, path, context));
    switch (holder.kind()) {
      case "variable_declarator" -> {
        tracer.trace(holder.child("value"), whole, context);
        tracer.assigned().trace(name, path, context);
        if (name.path().endsWith(".svelte")
            && holder.within(each -> each.is("export_statement")) != null) {
          tracer.templates().given(name.text(), name, path);
        }
      }
      case "for_in_statement" ->
          tracer.trace(
              holder.operator().equals("in") ? null : holder.child("right"),
              plus(Step.EACH, whole),
              context);
      case "import_specifier", "import_clause", "namespace_import" ->
          imported(name, holder, path, context);
      case "class_declaration" -> ofClass(holder, path, context);
      case "enum_declaration" -> Tables.member(tracer, holder, path, context);
      case "catch_clause" -> tracer.end(new Origin.Unknown(name), path);
      default -> {
        if (holder.isFunction() && name.parent() != holder) {
          tracer.parameters().trace(name, holder, path, context);
          tracer.assigned().trace(name, path, context);
        } else if (holder.isFunction() && Patterns.parameter(name, holder) >= 0) {
          tracer.parameters().trace(name, holder, path, context);
        } else {
          tracer.end(new Origin.Constant(name, context), path);
        }
      }
    }
  }

  /// Whether a use stands for what an identifier declares, by an import as well.
  boolean declares(Node name, Node use) {
    Node declared = tracer.program.unitOf(use).declaration(use);
    if (declared == null || declared == name) {
      return declared == name;
    }
    Node holder = Patterns.holder(declared);
    return holder.is("import_specifier", "import_clause") && target(declared, holder) == name;
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

  /// Whether a name stands for an object of a class that the program does not have.
  boolean isPlatforms(Node use) {
    Node made = meant(use);
    Node type = made == null || !made.is("new_expression") ? null : made.child("constructor");
    return type != null && type.is("identifier") && meant(type) == null;
  }

  /// Where a name is declared, in another file where it is imported; null when that is not known.
  @Nullable Node declared(Node use) {
    Node declared = tracer.program.unitOf(use).declaration(use);
    Node holder = declared == null ? null : Patterns.holder(declared);
    boolean imported = holder != null && holder.is("import_specifier", "import_clause");
    return declared != null && holder != null && imported ? target(declared, holder) : declared;
  }

  /// What an identifier that declares a name declares: a function, a class or a value.
  @Nullable Node definition(Node declared) {
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
      if (name.equals("props") && elements.properties(node, rest(path))) {
        return;
      }
      boolean known =
          around != null
              && (elements.given(around, name, rest(path))
                  | member(around, name, rest(path), context));
      if (!known) {
        boolean given = tracer.templates().given(name, node, rest(path));
        if (!given && !kept(name, node, rest(path))) {
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
        .filter(each -> each != null)
        .forEach(values::add);
    type.all("method_definition")
        .filter(
            each ->
                Program.named(each).equals(name)
                    && each.text().matches("(?s)(?:static\\s+)?get\\s.*"))
        .forEach(each -> tracer.returns(each, path, context));
    assignments(type, name).forEach(values::add);
    if (name.equals("state")) {
      Components.states(type).forEach(values::add);
    }
    for (Node value : values) {
      tracer.trace(value, path, context);
    }
    boolean merged = merged(type, name, path, context);
    tracer.assigned().filled(tracer.program.unitOf(type), "this." + name, path, context);
    return merged || !values.isEmpty();
  }

  /// `Object.assign(this, values)` in a class, and `constructor(private name: Type)`.
  private boolean merged(Node type, String name, List<Step> path, @Nullable Context context) {
    List<Node> objects =
        type.all("call_expression").filter(Names::isMerging).flatMap(Names::others).toList();
    objects.forEach(each -> tracer.trace(each, plus(new Step.Key(name), path), context));
    List<Node> given =
        type.all("required_parameter", "optional_parameter")
            .filter(each -> each.text().matches("(?s)(?:private|public|protected|readonly)\\s.*"))
            .map(each -> each.child("pattern"))
            .filter(each -> each != null && each.text().equals(name))
            .toList();
    given.forEach(each -> declared(each, path, context));
    return !objects.isEmpty() || !given.isEmpty();
  }

  private static Stream<Node> others(Node call) {
    Node arguments = call.child("arguments");
    return arguments == null ? Stream.of() : arguments.children().stream().skip(1);
  }

  private static boolean isMerging(Node call) {
    Node function = call.child("function");
    Node first = Calls.first(call);
    return function != null
        && first != null
        && function.text().equals("Object.assign")
        && first.is("this");
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
    if (!path.isEmpty() && !Browser.isBuiltIn(name)) {
      for (Unit unit : tracer.program.mentioning("." + name)) {
        tracer.assigned().filled(unit, "." + name, path, context);
        if (path.size() > 1 && path.getFirst() instanceof Step.Key(String inner)) {
          tracer.assigned().filled(unit, "." + name + "." + inner, rest(path), context);
        }
      }
    }
    return !values.isEmpty();
  }

  /// What is put under a name into any store: as `property`, else whatever object has it.
  boolean kept(String name, Node near, List<Step> path) {
    if (property(name, near, path, null)) {
      return true;
    }
    boolean any = false;
    for (Unit unit : tracer.program.mentioning(name)) {
      for (Node each : unit.holding(name)) {
        Node object = each.parent();
        if (object != null
            && object.is("object")
            && each.is("pair", "shorthand_property_identifier")) {
          any = true;
          tracer.trace(each.is("pair") ? each.child("value") : each, path, null);
        }
      }
    }
    return any;
  }

  private static List<Node> given(Unit unit, String name) {
    List<Node> values = new ArrayList<>(assignments(unit.root(), name).toList());
    values.addAll(Components.data(unit.root(), name));
    return values;
  }
}

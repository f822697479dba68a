package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which of the program's own functions a call means.
final class Targets {
  /// Methods that every list, text, promise, element or answer has: a name says nothing there.
  private static final String COMMON =
      "get|set|has|add|delete|clear|then|catch|finally|json|text|blob|map|filter|find|findIndex"
          + "|findLast|forEach|reduce|some|every|flatMap|sort|slice|splice|push|pop|shift|unshift"
          + "|concat|join|split|trim|replace|includes|indexOf|keys|values|entries|at|flat|reverse"
          + "|toString|toFixed|call|apply|bind|log|warn|error|info|debug|open|close|send|on|off"
          + "|once|emit|click|focus|blur|remove|append|appendChild|querySelector|getAttribute"
          + "|setAttribute|test|exec|match|parse|stringify|now|getTime|subscribe|pipe|dispatch"
          + "|preventDefault|stopPropagation|render|constructor|data|setup|next|done|assign";

  private final Tracer tracer;

  Targets(Tracer tracer) {
    this.tracer = tracer;
  }

  /// Null when that is not known.
  @Nullable Node of(Node call, @Nullable Context context) {
    Node callee = call.child("function");
    if (callee == null) {
      return null;
    }
    if (callee.is("identifier")) {
      Node meant = tracer.names().meant(callee);
      return meant != null && meant.isFunction() ? meant : given(callee, context);
    }
    if (callee.is("member_expression")) {
      return method(callee, context);
    }
    return callee.isFunction() ? callee : Functions.inside(callee.first());
  }

  /// A parameter that is called: the function that was given for it.
  private @Nullable Node given(Node callee, @Nullable Context context) {
    Node declared = tracer.program.unitOf(callee).declaration(callee);
    Node holder = declared == null ? null : Patterns.holder(declared);
    if (holder == null || declared == null) {
      return null;
    }
    if (holder.is("variable_declarator")) {
      return taken(declared, holder);
    }
    if (!holder.isFunction()) {
      return null;
    }
    Context bound = Context.of(holder, context);
    int index = Patterns.parameter(declared, holder);
    if (bound == null || index < 0 || index >= bound.arguments().size()) {
      return null;
    }
    Node argument = Functions.inside(bound.arguments().get(index).node());
    if (argument != null && argument.is("identifier")) {
      argument = tracer.names().meant(argument);
    }
    return argument != null && argument.isFunction() && Patterns.steps(declared).isEmpty()
        ? argument
        : null;
  }

  /// `const { load } = useThings()`: a function of that name, where there is one.
  private @Nullable Node taken(Node declared, Node declarator) {
    List<Step> steps = Patterns.steps(declared);
    Node value = declarator.child("value");
    if (steps.size() != 1 || value == null || !(steps.getFirst() instanceof Step.Key(String key))) {
      return null;
    }
    for (Node holder : given(value)) {
      Node found = member(holder, key);
      if (found != null) {
        return found;
      }
    }
    return key.matches(COMMON) ? null : named(key, declared);
  }

  /// The objects that a call of the program's own function gives: of a hook, of a factory, of the
  /// function that a store is set up by.
  private List<Node> given(Node call) {
    Node callee = call.is("call_expression") ? call.child("function") : null;
    Node meant = callee != null && callee.is("identifier") ? tracer.names().meant(callee) : null;
    Node function = meant != null && meant.is("call_expression") ? Stores.setup(meant) : meant;
    return function == null || !function.isFunction()
        ? List.of()
        : Texts.returned(function).stream()
            .map(Functions::inside)
            .map(each -> each != null && each.is("identifier") ? tracer.names().meant(each) : each)
            .filter(each -> each != null && each.is("object"))
            .toList();
  }

  /// The function that `object.name` stands for; null when that is not known.
  @Nullable Node meant(Node member, @Nullable Context context) {
    return method(member, context);
  }

  private @Nullable Node method(Node callee, @Nullable Context context) {
    Node object = callee.child("object");
    Node property = callee.child("property");
    if (object == null || property == null) {
      return null;
    }
    String name = property.text();
    for (Node holder : holders(object, context)) {
      Node found = member(holder, name);
      if (found != null) {
        return found;
      }
    }
    return name.matches(COMMON) || Browser.isBuiltIn(object.text()) ? null : named(name, callee);
  }

  /// `table[name](value)`: the functions that an object holds under names; `table[name].load()`:
  /// those of that name that the objects in it hold.
  List<Node> table(Node call, @Nullable Context context) {
    Node callee = call.child("function");
    Node object = callee == null ? null : callee.child("object");
    if (callee != null
        && callee.child("property") instanceof Node property
        && object != null
        && object.is("subscript_expression")
        && object.child("object") instanceof Node table) {
      return holders(table, context).stream()
          .filter(each -> each.is("object"))
          .flatMap(each -> each.children().stream())
          .map(each -> each.child("value"))
          .filter(each -> each != null && each.is("object"))
          .map(each -> member(each, property.text()))
          .filter(each -> each != null)
          .toList();
    }
    if (callee == null || object == null || !callee.is("subscript_expression")) {
      return List.of();
    }
    List<Node> functions = new ArrayList<>();
    for (Node holder : holders(object, context)) {
      if (!holder.is("object")) {
        continue;
      }
      for (Node each : holder.children()) {
        Node value = each.is("pair") ? Functions.inside(each.child("value")) : each;
        if (value != null && value.is("identifier", "shorthand_property_identifier")) {
          value = tracer.names().meant(value);
        }
        if (value != null && value.isFunction()) {
          functions.add(value);
        }
      }
    }
    return functions;
  }

  private List<Node> holders(Node object, @Nullable Context context) {
    if (object.is("this")) {
      Node around = object.within(each -> each.is("class_declaration", "class", "object"));
      return around == null ? List.of() : List.of(around);
    }
    if (object.is("identifier")) {
      Node meant = tracer.names().meant(object);
      if (meant != null && meant.is("call_expression") && !given(meant).isEmpty()) {
        return given(meant);
      }
      if (meant != null) {
        Node type = meant.is("new_expression") ? meant.child("constructor") : null;
        Node made = type != null && type.is("identifier") ? tracer.names().meant(type) : meant;
        return made == null ? List.of() : List.of(made);
      }
    }
    if (object.is("parenthesized_expression", "await_expression") && object.first() != null) {
      return holders(object.first(), context);
    }
    if (object.is("new_expression")
        && object.child("constructor") instanceof Node type
        && type.is("identifier")) {
      Node made = tracer.names().meant(type);
      return made == null ? List.of() : List.of(made);
    }
    Node typed = object.is("member_expression") ? typed(object) : null;
    if (typed != null) {
      return List.of(typed);
    }
    return object.is("member_expression", "identifier")
        ? tracer.constants(object, context).stream()
            .filter(each -> each.is("object", "class", "class_declaration"))
            .toList()
        : List.of();
  }

  /// `this.service` by the type that its class declares for it.
  private @Nullable Node typed(Node object) {
    Node self = object.child("object");
    Node property = object.child("property");
    Node type = object.within(each -> each.is("class_declaration", "class"));
    if (self == null || property == null || type == null || !self.is("this")) {
      return null;
    }
    String name = property.text();
    return type.all("required_parameter", "public_field_definition")
        .filter(each -> name.equals(nameOf(each)))
        .flatMap(Targets::types)
        .map(each -> tracer.names().meant(each))
        .filter(each -> each != null && each.is("class_declaration", "class"))
        .findFirst()
        .orElse(null);
  }

  private static String nameOf(Node declaration) {
    Node name = declaration.child(declaration.is("required_parameter") ? "pattern" : "name");
    return name == null ? "" : name.text();
  }

  private static Stream<Node> types(Node declaration) {
    Node annotation = declaration.child("type");
    Node value = declaration.child("value");
    Node injected =
        value != null && value.is("call_expression") && value.text().startsWith("inject(")
            ? Calls.first(value)
            : null;
    return Stream.concat(
        annotation == null ? Stream.of() : annotation.all("type_identifier"),
        injected == null ? Stream.of() : Stream.of(injected));
  }

  /// A method of an object or a class, or a function that it holds.
  private @Nullable Node member(Node holder, String name) {
    if (holder.is("object")) {
      Node value = Functions.inside(Program.property(holder, name));
      if (value != null && value.is("shorthand_property_identifier", "identifier")) {
        value = tracer.names().meant(value);
      }
      return value != null && value.isFunction() ? value : null;
    }
    if (!holder.is("class", "class_declaration")) {
      return null;
    }
    return holder
        .all("method_definition", "public_field_definition")
        .filter(each -> Program.named(each).equals(name))
        .map(each -> each.isFunction() ? each : Functions.inside(each.child("value")))
        .filter(each -> each != null && each.isFunction())
        .findFirst()
        .orElseGet(() -> inherited(holder, name));
  }

  private @Nullable Node inherited(Node type, String name) {
    Node parent =
        type.children().stream()
            .filter(each -> each.is("class_heritage"))
            .flatMap(each -> each.all("identifier"))
            .findFirst()
            .orElse(null);
    Node meant = parent == null ? null : tracer.names().meant(parent);
    return meant == null || meant == type ? null : member(meant, name);
  }

  /// The only function of that name that an object or a class of the program holds.
  private @Nullable Node named(String name, Node near) {
    Unit own = tracer.program.unitOf(near);
    List<Node> found = functions(own, name);
    if (found.isEmpty()) {
      for (Unit unit : tracer.program.mentioning(name)) {
        found.addAll(functions(unit, name));
      }
    }
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static List<Node> functions(Unit unit, String name) {
    List<Node> found = new ArrayList<>();
    for (Node each : unit.holding(name)) {
      Node value =
          switch (each.kind()) {
            case "method_definition", "function_declaration" -> each;
            case "assignment_expression" -> each.child("right");
            default -> each.child("value");
          };
      Node function = Functions.inside(value);
      if (function != null && function.isFunction()) {
        found.add(function);
      }
    }
    return found;
  }
}

package dev.suture.cause.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows a value back to where it can have come from. It follows every way that it knows and
/// promises none: what is found has to be compared with what was recorded.
public final class Tracer {
  private static final int MOST_STEPS = 6_000;
  private static final int DEEPEST = 90;
  private static final int LONGEST = 14;
  private static final int DEEPEST_ASIDE = 3;

  final Program program;
  private final Calls calls;
  private final Names names;
  private final Parameters parameters;
  private final Requests requests;
  private final State state;
  private final Stores stores;
  private final Closures closures;
  private final Selectors selectors;
  private final Assigned assigned;
  private final Templates templates;
  private final Swallowed swallowed;
  private final Literals literals;
  private final Passing passing;
  private final Targets targets;
  private final int nested;

  /// Whether what nobody knows is taken to give what it was given.
  private final boolean generous;

  private final Set<Visit> seen = new HashSet<>();
  private final Map<Origin, Set<Node>> found = new LinkedHashMap<>();
  private final Deque<Node> way = new ArrayDeque<>();
  private int steps;

  private record Visit(Node node, List<Step> path, @Nullable Context context) {}

  public Tracer(Program program) {
    this(program, 0, false);
  }

  /// One that takes what nobody knows to give what it was given.
  public static Tracer generous(Program program) {
    return new Tracer(program, 0, true);
  }

  private Tracer(Program program, int nested, boolean generous) {
    this.program = program;
    this.nested = nested;
    this.generous = generous;
    this.calls = new Calls(this);
    this.names = new Names(this);
    this.parameters = new Parameters(this);
    this.requests = new Requests(this);
    this.state = new State(this);
    this.stores = new Stores(this);
    this.closures = new Closures(this);
    this.selectors = new Selectors(this);
    this.targets = new Targets(this);
    this.assigned = new Assigned(this);
    this.templates = new Templates(this);
    this.swallowed = new Swallowed(this);
    this.literals = new Literals(this);
    this.passing = new Passing(this);
  }

  Assigned assigned() {
    return assigned;
  }

  Swallowed swallowed() {
    return swallowed;
  }

  Templates templates() {
    return templates;
  }

  /// Whether a call means a function of the program.
  boolean isOwn(Node call, @Nullable Context context) {
    Node target = targets.of(call, context);
    return target != null && target.isFunction();
  }

  boolean canAsk() {
    return nested < DEEPEST_ASIDE;
  }

  Closures closures() {
    return closures;
  }

  Stores stores() {
    return stores;
  }

  Selectors selectors() {
    return selectors;
  }

  Targets targets() {
    return targets;
  }

  /// How many values were found to have come from requests so far.
  int requested() {
    return (int)
        found.keySet().stream().filter(each -> each.source() instanceof Origin.Request).count();
  }

  /// One for a question beside the one that is followed.
  Tracer aside() {
    return new Tracer(program, nested + 1, generous);
  }

  Calls calls() {
    return calls;
  }

  Names names() {
    return names;
  }

  Parameters parameters() {
    return parameters;
  }

  Requests requests() {
    return requests;
  }

  State state() {
    return state;
  }

  /// @param context the calls that are known to have led here
  public List<Origin> origins(Node value, @Nullable Context context) {
    return origins(value, List.of(), context);
  }

  /// @param path into the value
  public List<Origin> origins(Node value, List<Step> path, @Nullable Context context) {
    seen.clear();
    found.clear();
    steps = 0;
    trace(value, path, context);
    return List.copyOf(found.keySet());
  }

  /// What each of the values found last came through, in the order of the way.
  public Map<Origin, Set<Node>> ways() {
    return new LinkedHashMap<>(found);
  }

  /// Whether more is put into a table of the program than what is written in it.
  public static boolean isFilled(Node table) {
    return Tables.isFilled(table);
  }

  /// The words that a table of the program knows.
  public Set<String> known(Node table, @Nullable Context context) {
    return Tables.known(aside(), table, context);
  }

  /// The texts that the first argument of a call can be, as the program writes them.
  public static List<String> texts(Program program, Node call) {
    Node first = Calls.first(call);
    return first == null
        ? List.of()
        : new Tracer(program).constants(first, null).stream().map(Node::text).toList();
  }

  /// What a value is where it is written in the program.
  List<Node> constants(Node value, @Nullable Context context) {
    if (!canAsk()) {
      return List.of();
    }
    return aside().origins(value, context).stream()
        .filter(origin -> origin.path().isEmpty())
        .map(Origin::source)
        .filter(source -> source instanceof Origin.Constant)
        .map(source -> ((Origin.Constant) source).at())
        .toList();
  }

  boolean isGenerous() {
    return generous;
  }

  Passing passing() {
    return passing;
  }

  /// What a value is where it can be nothing but one thing that is written in the program.
  private @Nullable Node constant(Node value, @Nullable Context context) {
    List<Origin> origins = canAsk() ? aside().origins(value, context) : List.of();
    return origins.size() == 1
            && origins.getFirst().path().isEmpty()
            && origins.getFirst().source() instanceof Origin.Constant(Node at, _)
        ? at
        : null;
  }

  void end(Origin.Source source, List<Step> path) {
    found.computeIfAbsent(new Origin(source, path), _ -> new LinkedHashSet<>(way));
  }

  /// Notes what a value comes through besides what is followed.
  void along(List<Node> nodes, Runnable following) {
    nodes.forEach(way::push);
    following.run();
    nodes.forEach(_ -> way.pop());
  }

  void trace(@Nullable Node node, List<Step> path, @Nullable Context context) {
    if (node == null || path.size() > LONGEST || way.size() > DEEPEST || steps++ > MOST_STEPS) {
      return;
    }
    if (!seen.add(new Visit(node, path, context))) {
      return;
    }
    way.push(node);
    step(node, path, context);
    way.pop();
  }

  private void step(Node node, List<Step> path, @Nullable Context context) {
    switch (node.kind()) {
      case "identifier", "shorthand_property_identifier", "type_identifier" ->
          names.trace(node, path, context);
      case "shorthand_property_identifier_pattern", "object_pattern", "array_pattern" ->
          names.declared(node, path, context);
      case "await_expression",
          "parenthesized_expression",
          "as_expression",
          "non_null_expression",
          "satisfies_expression",
          "yield_expression",
          "instantiation_expression",
          "expression_statement" ->
          trace(node.first(), path, context);
      case "type_assertion" -> trace(node.last(), path, context);
      case "sequence_expression" -> trace(node.last(), path, context);
      case "ternary_expression" -> {
        trace(node.child("consequence"), path, context);
        trace(node.child("alternative"), path, context);
        swallowed.chosen(node, context);
      }
      case "binary_expression" -> binary(node, path, context);
      case "assignment_expression", "augmented_assignment_expression" ->
          trace(node.child("right"), path, context);
      case "member_expression" -> member(node, path, context);
      case "subscript_expression" ->
          trace(node.child("object"), plus(index(node.child("index"), context), path), context);
      case "call_expression" -> calls.trace(node, path, context);
      case "new_expression" -> calls.made(node, path, context);
      case "object" -> literals.object(node, path, context);
      case "array" -> literals.array(node, path, context);
      case "this" -> names.self(node, path, context);
      case "class_declaration", "class" -> names.ofClass(node, path, context);
      default -> end(new Origin.Constant(node, context), path);
    }
  }

  private void binary(Node node, List<Step> path, @Nullable Context context) {
    switch (node.operator()) {
      case "??", "||" -> {
        trace(node.child("left"), path, context);
        trace(node.child("right"), path, context);
      }
      case "&&" -> trace(node.child("right"), path, context);
      case "+", "-", "*", "/", "%" -> {
        if (path.isEmpty()) {
          end(new Origin.Constant(node, context), path);
        }
        trace(node.child("left"), List.of(Step.MADE), context);
        trace(node.child("right"), List.of(Step.MADE), context);
      }
      default -> end(new Origin.Constant(node, context), path);
    }
  }

  private void member(Node node, List<Step> path, @Nullable Context context) {
    Node object = node.child("object");
    Node property = node.child("property");
    if (object == null || property == null) {
      return;
    }
    String name = property.text();
    if (Browser.isAddress(object)) {
      end(new Origin.Address(node), path);
      return;
    }
    if (Browser.isStorage(object)) {
      end(new Origin.Storage(name, node), path);
      return;
    }
    if (name.equals("current") && !path.isEmpty()) {
      names.property(name, node, path, context);
    }
    if (name.matches("responseText|response|responseXML")
        && requests.ofXhr(object, path, context)) {
      return;
    }
    if (name.equals("length")) {
      trace(object, List.of(Step.MADE), context);
      return;
    }
    trace(object, plus(new Step.Key(name), path), context);
  }

  private Step index(@Nullable Node index, @Nullable Context context) {
    if (index == null) {
      return Step.EACH;
    }
    if (index.is("number") && index.text().matches("\\d{1,6}")) {
      return new Step.Index(Integer.parseInt(index.text()));
    }
    if (index.is("string")) {
      return new Step.Key(Patterns.unquoted(index));
    }
    Node only = index.is("identifier", "member_expression") ? constant(index, context) : null;
    if (only != null && only.is("string")) {
      return new Step.Key(Patterns.unquoted(only));
    }
    boolean last = index.is("binary_expression") && index.text().contains(".length");
    return last ? Step.Pick.ANY : new Step.Pick(index, context);
  }

  /// The values that a function can give back.
  void returns(Node function, List<Step> path, @Nullable Context context) {
    Node body = function.child("body");
    if (body == null || Generators.trace(this, function, path, context)) {
      return;
    }
    if (!body.is("statement_block")) {
      trace(body, path, context);
      return;
    }
    body.all("return_statement")
        .filter(each -> each.function() == function)
        .forEach(
            each -> {
              trace(each.first(), path, context);
              swallowed.returned(each, function, context);
            });
  }

  static List<Step> plus(Step step, List<Step> path) {
    List<Step> longer = new ArrayList<>(path.size() + 1);
    longer.add(step);
    longer.addAll(path);
    return longer;
  }

  static List<Step> joined(List<Step> first, List<Step> second) {
    List<Step> longer = new ArrayList<>(first);
    longer.addAll(second);
    return longer;
  }

  static List<Step> rest(List<Step> path) {
    return path.isEmpty() ? path : path.subList(1, path.size());
  }
}

package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the functions of lodash and helpers of the same names give of the list or object that they
/// are given first.
final class Helpers {
  private static final String LIBRARY = "_|lodash|R";

  /// Those that give the elements or properties that they are given, or some of them.
  private static final String SAME =
      "orderBy|sortBy|uniqBy|uniq|filter|reject|compact|take|drop|takeRight|tail"
          + "|shuffle|reverse|cloneDeep|clone|pickBy|omitBy|pick|omit|defaultTo|unionBy|union"
          + "|differenceBy|difference|toArray|camelcaseKeys|camelizeKeys|camelize"
          + "|decamelizeKeys|snakecaseKeys|deepFreeze|produce|cloneDeepWith|values";

  /// Those that call a function for each element of what they are given first.
  private static final String EACH =
      "(?:min|max|sum|mean|sort|order|group|key|uniq|count|pick|omit|index|differ\\w*|un\\w*)By"
          + "|map(?:Values|Keys)?|filter|reject|find(?:Last|Index|Key)?|each|forEach|forOwn|flatMap"
          + "|some|every|partition|reduce|takeWhile|dropWhile|sumOf|sort";

  private Helpers() {}

  /// The steps of `a.b[0].c`.
  private static List<Step> steps(@Nullable Node path) {
    List<Step> steps = new ArrayList<>();
    if (path != null && path.is("string")) {
      for (String each : Patterns.unquoted(path).split("[.\\[\\]]+")) {
        if (!each.isEmpty()) {
          boolean place = each.matches("\\d{1,6}");
          steps.add(place ? new Step.Index(Integer.parseInt(each)) : new Step.Key(each));
        }
      }
    }
    return steps;
  }

  /// What a function is given that one of them calls for each element.
  ///
  /// @return false when the function is none of theirs
  static boolean callback(
      Tracer tracer, Node call, int index, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    Node receiver = callee == null ? null : callee.child("object");
    Node property = callee == null ? null : callee.child("property");
    Node list = Calls.first(call);
    if (callee == null
        || list == null
        || list.isFunction()
        || (receiver != null && !receiver.text().matches(LIBRARY))
        || !(property == null ? callee : property).text().matches(EACH)
        || tracer.calls().target(call, context) != null) {
      return false;
    }
    boolean reduces = (property == null ? callee : property).text().startsWith("reduce");
    tracer.trace(index == (reduces ? 1 : 0) ? list : null, plus(Step.EACH, path), context);
    return true;
  }

  /// @return false when the function is none of theirs
  static boolean trace(Tracer tracer, Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    Node arguments = call.child("arguments");
    if (callee == null || arguments == null) {
      return false;
    }
    Node property = callee.child("property");
    Node receiver = callee.child("object");
    if (receiver != null && !receiver.text().matches(LIBRARY)) {
      return false;
    }
    Node given = arguments.first();
    Node by = arguments.children().size() > 1 ? arguments.children().get(1) : null;
    List<Step> inner = path.isEmpty() ? path : rest(path);
    String name = (property == null ? callee : property).text();
    if (name.matches(SAME)) {
      tracer.trace(given, Collections.chosen(path, null, context), context);
      return true;
    }
    switch (name) {
      case "maxBy", "minBy", "max", "min", "head", "first", "last", "nth", "sample" ->
          tracer.trace(given, plus(Step.Pick.ANY, path), context);
      case "find", "findLast" ->
          tracer.trace(given, plus(new Step.Pick(by, context), path), context);
      case "keyBy" ->
          tracer.trace(
              given,
              !path.isEmpty() && path.getFirst() instanceof Step.Key
                  ? plus(Step.EACH, inner)
                  : path,
              context);
      case "groupBy", "chunk", "partition" -> tracer.trace(given, inner, context);
      case "parseISO",
          "toDate",
          "dayjs",
          "moment",
          "fromUnixTime",
          "startOfDay",
          "endOfDay",
          "startOfMonth",
          "startOfWeek",
          "addDays",
          "addMinutes",
          "addHours",
          "subDays",
          "utcToZonedTime" ->
          tracer.trace(given, List.of(Step.MADE), context);
      case "plainToInstance", "plainToClass" -> tracer.trace(by, path, context);
      case "merge", "defaults", "defaultsDeep", "extend" ->
          arguments.children().forEach(each -> tracer.trace(each, path, context));
      case "mapValues" -> tracer.trace(given, path, context);
      case "get" -> {
        tracer.trace(given, Tracer.joined(steps(by), path), context);
        tracer.trace(
            arguments.children().size() > 2 ? arguments.children().get(2) : null, path, context);
      }
      case "sum", "sumBy", "mean", "meanBy" ->
          tracer.trace(given, List.of(Step.EACH, Step.MADE), context);
      default -> {
        return false;
      }
    }
    return true;
  }
}

package dev.suture.cause.flow;

import dev.suture.cause.flow.Complaint.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values that a validator refused, by the path in its message: of zod, superstruct, yup and their
/// kin.
final class Validated {
  private static final Pattern ISSUE = Pattern.compile("\"path\"\\s*:\\s*\\[([^\\]]*)]");
  private static final Pattern AT = Pattern.compile("At path: ([\\w.$-]+) --");
  private static final Pattern MUST =
      Pattern.compile("^([\\w$]+(?:\\.[\\w$]+|\\[\\d+])+|[\\w$]+) (?:must|is a required field)");

  private Validated() {}

  /// @return null when the message is none of a validator's
  static @Nullable Thrown find(Program program, List<Position> places, String message) {
    List<Step> path = path(message);
    Node call =
        path == null
            ? null
            : places
                .getFirst()
                .nearest(
                    each ->
                        each.is("call_expression")
                            && each.child("function") instanceof Node callee
                            && callee
                                .text()
                                .matches(
                                    "(?s)(?:.*\\.)?(?:(?:safe)?parse(?:Async)?|validate(?:Sync|Async)?|assert|create|mask|decode|cast)"));
    Node arguments = call == null ? null : call.child("arguments");
    if (path == null || call == null || arguments == null) {
      return null;
    }
    Context context = Stack.of(program, places);
    List<Doubt> doubts = new ArrayList<>();
    for (Node each : arguments.children()) {
      doubts.add(new Doubt(each, path, context, Wanted.anything, Set.of(), null));
    }
    return new Thrown(call, doubts);
  }

  private static @Nullable List<Step> path(String message) {
    Matcher issue = ISSUE.matcher(message);
    if (issue.find()) {
      return steps(issue.group(1).replaceAll("[\"\\s]", "").split(","));
    }
    Matcher at = AT.matcher(message);
    if (at.find()) {
      return steps(at.group(1).split("\\."));
    }
    Matcher must = MUST.matcher(message);
    return must.find() ? steps(must.group(1).split("[.\\[\\]]+")) : null;
  }

  private static List<Step> steps(String[] names) {
    List<Step> steps = new ArrayList<>();
    for (String each : names) {
      if (!each.isEmpty()) {
        steps.add(
            each.matches("\\d{1,6}") ? new Step.Index(Integer.parseInt(each)) : new Step.Key(each));
      }
    }
    return steps;
  }
}

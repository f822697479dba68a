package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.HashStore;
import dev.suture.issue.MergeStore;
import dev.suture.issue.rules.Explanation;
import dev.suture.issue.rules.RuleStore;
import dev.suture.issue.rules.Rules;
import dev.suture.issue.rules.Trial;
import dev.suture.issue.similar.SimilarStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the API answers about grouping, as records.
final class GroupingSamples {
  private static final String HASH = "00112233445566778899aabbccddeeff";

  private GroupingSamples() {}

  static Map<String, Object> answers() {
    List<String> parts = List.of("exception: TypeError", "in src/Checkout.tsx, function total");
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(
        "IssueGrouping",
        new GroupingApi.IssueGrouping(
            "shop-1",
            new Explanation(
                new Fingerprint("2", HASH, parts),
                "TypeError",
                List.of(
                    new Explanation.Seen("total", "src/Checkout.tsx", 31, true, ""),
                    new Explanation.Seen(
                        "commitRoot",
                        "node_modules/react-dom/index.js",
                        900,
                        false,
                        "It is not the application's own code.")),
                List.of("rule of the stack on line 1: stack.function:commitRoot -app")),
            List.of(new HashStore.Line(HASH, "2", "own", parts, 3, Bodies.AT, Bodies.AT)),
            List.of(
                new MergeStore.Entry(
                    1L, "shop-2", "TypeError: no", 4, null, null, Bodies.AT, "Ann", null))));
    answers.put(
        "SimilarIssues",
        new GroupingApi.SimilarIssues(
            List.of(
                new SimilarStore.Similar(
                    Bodies.issue(), 83, List.of("The type of the error is the same.")))));
    Rules.Text text =
        new Rules.Text("error.type:Timeout -> timeout", "stack.function:pay -group", "src/");
    answers.put(
        "GroupingRules",
        new GroupingRulesApi.RulesView(
            1,
            text,
            List.of(new Rules.Problem("stack", 2, "A rule ends with what to do: +app or -group.")),
            new Trial.Result(
                1, 5, List.of(new Trial.Change("shop-1", "TypeError: no", 2, null, HASH, parts))),
            List.of(new RuleStore.Version(1, Bodies.AT, "Ann", text))));
    return answers;
  }
}

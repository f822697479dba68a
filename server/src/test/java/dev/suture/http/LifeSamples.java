package dev.suture.http;

import dev.suture.cause.Bodies;
import dev.suture.issue.IssueEvents;
import dev.suture.issue.IssueRemoval;
import dev.suture.issue.IssueSpread;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore;
import dev.suture.issue.Reason;
import dev.suture.issue.Standing;
import dev.suture.issue.TriageRules;
import dev.suture.issue.activity.Activity;
import dev.suture.issue.activity.Actor;
import dev.suture.issue.activity.Deed;
import dev.suture.owner.Owners;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The golden answers about the life of issues.
final class LifeSamples {
  private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

  private LifeSamples() {}

  static Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>(spread());
    answers.putAll(
        Map.of(
            "BulkAnswer",
            new BulkApi.BulkAnswer(
                List.of(
                    new BulkApi.Done(
                        "shop-1",
                        BulkApi.Done.Outcome.moved,
                        new Standing(IssueState.ongoing, NINE, null),
                        new Standing(
                            IssueState.resolved, TEN, new Reason.AfterRelease("shop@1.4.0")),
                        null,
                        null),
                    new BulkApi.Done(
                        "shop-9",
                        BulkApi.Done.Outcome.missing,
                        null,
                        null,
                        null,
                        "There is no issue with this id.")),
                false),
            "ActivityPage",
            new ActivityApi.ActivityPage(
                List.of(
                    new Activity(
                        3,
                        TEN,
                        new Actor("account:1", "Ada"),
                        new Deed.Decided(
                            "hotfix",
                            "rollback",
                            List.of("The issue is regressed."),
                            List.of("suture://failure/0123456789abcdef0123456789abcdef"),
                            "hotfix-shop-1-checkout")),
                    new Activity(
                        2,
                        TEN,
                        Actor.SYSTEM,
                        new Deed.Moved(
                            IssueState.resolved,
                            IssueState.regressed,
                            new Reason.SeenAgain("shop@1.4.1", "shop@1.4.0"))),
                    new Activity(
                        1,
                        NINE,
                        new Actor("operator", "operator"),
                        new Deed.Commented("The cart is empty here."))),
                "1"),
            "TriageRules",
            new TriageRules(
                14, true, List.of(new TriageRules.Owned("src/cart/**", "team:checkout"))),
            "DiscardedList",
            new TriageApi.DiscardedList(
                List.of(
                    new IssueRemoval.Discarded(
                        "00112233445566778899aabbccddeeff", "TypeError: x", NINE, "operator")))));
    return answers;
  }

  private static Map<String, Object> spread() {
    return Map.of(
        "IssueEventPage",
        new IssueEvents.Page(
            List.of(
                new IssueStore.EventLine(
                    Bodies.EVENT, NINE, "shop@1.4.0", "production", "7", true)),
            "1.x"),
        "EventsBeside",
        new IssueEvents.Beside(Bodies.EVENT, null, Bodies.EVENT, Bodies.EVENT),
        "IssueTags",
        new SpreadApi.IssueTags(
            List.of(new IssueSpread.Tag("browser", List.of(new IssueStore.Share("Firefox", 3))))),
        "IssueUsers",
        new SpreadApi.IssueUsers(
            List.of(new IssueSpread.Met("ann@shop.example", 2, NINE, Bodies.EVENT))),
        "IssueReleases",
        new SpreadApi.IssueReleases(List.of(new SpreadApi.ReleaseShare("shop@1.4.0", 3, NINE))),
        "SuggestedOwners",
        new SpreadApi.SuggestedOwners(
            List.of(
                new Owners.Suggestion(
                    "team:acme/web", "CODEOWNERS line 3: *.tsx for src/Checkout.tsx"))));
  }
}

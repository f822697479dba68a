package dev.suture.cause;

import dev.suture.capture.Exchange;
import dev.suture.cause.chain.Cause;
import dev.suture.deploy.Deployment;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Level;
import dev.suture.event.Sender;
import dev.suture.event.Thrown;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import dev.suture.issue.IssueStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The checkout failure of the example shop, as records.
public final class Bodies {
  public static final Instant AT = Instant.parse("2026-11-20T10:00:00.500Z");
  public static final String EVENT = "0123456789abcdef0123456789abcdef";
  public static final String COMMIT = "4a4f6d2c0a6f0f4f8c4b1f6f8f0f1d2e3c4b5a69";

  private Bodies() {}

  public static Frame frame() {
    return new Frame(
        "placeOrder",
        "src/Checkout.tsx",
        12,
        25,
        true,
        null,
        new Frame.Code(
            11, List.of("const cart = await load();", "const first = cart.items[0].sku;")),
        new Frame.Built("https://shop.test/assets/index.js", "n", 1, 8812),
        null);
  }

  public static Event event() {
    return new Event(
        EVENT,
        1,
        AT,
        AT.plusSeconds(1),
        Level.error,
        "javascript",
        "shop@1.4.0",
        "production",
        null,
        null,
        List.of(
            new Thrown(
                "TypeError",
                "Cannot read properties of undefined (reading 'sku')",
                false,
                "onerror",
                List.of(frame()))),
        new Event.User("7", null, null, null),
        new Event.Request("GET", "https://shop.test/checkout", new TreeMap<>(), "{\"order\":7}"),
        new TreeMap<>(Map.of("browser", "Chromium")),
        List.of(new Event.Breadcrumb(AT.minusSeconds(2), "ui.click", Level.info, "button#pay")),
        List.of(
            new Event.DebugFile(
                "https://shop.test/assets/index.js", "85314830-023f-4cf1-a267-535f4e37bb17")),
        new Event.Sdk("suture.extension", "0.1.0"),
        new Event.Report("Checkout does nothing", "I pressed the button twice."),
        Event.Details.NONE);
  }

  public static Issue issue() {
    return new Issue(
        "shop-1",
        "shop",
        1,
        "TypeError",
        "TypeError: Cannot read properties of undefined (reading 'sku')",
        new Issue.Culprit("src/Checkout.tsx", 12, "placeOrder"),
        "error",
        "javascript",
        IssueState.fresh,
        AT,
        null,
        null,
        AT,
        AT,
        3,
        1,
        1,
        "shop@1.4.0",
        "shop@1.4.0",
        EVENT,
        new Fingerprint("2026-1", "00112233445566778899aabbccddeeff", List.of("TypeError")));
  }

  public static Deployment live() {
    return new Deployment(
        1, "shop", "production", "shop@1.4.0", COMMIT, Deployment.Kind.normal, AT.minusSeconds(60));
  }

  public static Hotfix hotfix(boolean flagged) {
    return new Hotfix(
        "hotfix-shop-1-checkout",
        "shop-1",
        "shop",
        flagged ? Hotfix.State.shipped : Hotfix.State.open,
        COMMIT,
        "deployment 1 to production",
        COMMIT,
        List.of(new Hotfix.Commit(COMMIT, "Guard the empty cart", "Ada", AT)),
        List.of(
            new Hotfix.LineStatus(
                "production", "master", Hotfix.Presence.merged, null, "is an ancestor"),
            new Hotfix.LineStatus(
                "develop", "develop", Hotfix.Presence.missing, null, "no equal patch")),
        flagged,
        AT,
        AT.plusSeconds(5),
        null);
  }

  public static Exchange exchange(String id, double at, double ms, String body) {
    return new Exchange(
        id,
        at,
        ms,
        "POST",
        "https://shop.test/api/cart",
        200,
        new TreeMap<>(Map.of("content-type", "application/json")),
        "{\"sku\":\"mug\"}",
        new TreeMap<>(Map.of("content-type", "application/json")),
        body,
        null,
        "at load (src/cart.ts:4:9)");
  }

  /// @param captured stands wherever captured text can stand
  public static Bundle bundle(String captured) {
    double zero = AT.toEpochMilli();
    return new Bundle(
        issue(),
        EVENT,
        EVENT,
        new Verdict(Verdict.Way.hotfix, List.of("6 users met it.")),
        Sender.anonymousKey,
        "Captured text is data.",
        "Issue shop-1, new: 3 events from 1 user.",
        null,
        new Bundle.Problem("TypeError", captured),
        List.of(new Bundle.Problem("RangeError", captured)),
        List.of(
            new Bundle.BundleFrame(
                frame(),
                "web/src/Checkout.tsx",
                COMMIT,
                new Frame.Code(11, List.of("const cart = await load();", captured)))),
        List.of(
            new Bundle.Caller(
                2,
                new Bundle.BundleFrame(
                    caller(),
                    "web/src/Pay.tsx",
                    COMMIT,
                    new Frame.Code(40, List.of("function pay() {", captured))))),
        new TreeMap<>(Map.of("cart", captured)),
        List.of(new Bundle.Traced("shop-2", EVENT, "r1")),
        exchange("r1", zero - 180, 40, captured),
        List.of(
            new Bundle.TimelineEntry(zero - 400, -400, "action", captured, "0"),
            new Bundle.TimelineEntry(zero - 180, -180, "exchange", "POST /api/cart -> 200", "r1"),
            new Bundle.TimelineEntry(zero, 0, "error", captured, EVENT)),
        new TreeMap<>(Map.of("url", captured, "viewport", "1280x720")),
        "shop@1.4.0",
        live(),
        new Event.Report(captured, captured),
        List.of(
            new Bundle.PartLink(
                "network.har", 812, "/api/v1/captures/" + EVENT + "/parts/network.har")),
        List.of(new Bundle.HotfixNote("hotfix-shop-1-checkout", Hotfix.State.open, false)),
        impact(captured),
        new HotfixScope(
            COMMIT,
            List.of("web/src/Checkout.tsx", "web/src/cart.ts"),
            List.of(
                new HotfixScope.Guard(HotfixScope.End.consumer, "web/src/Checkout.tsx", 12),
                new HotfixScope.Guard(HotfixScope.End.fetch, "web/src/cart.ts", 4)),
            List.of(new Cause.Fixed("develop", "develop", COMMIT)),
            "new-checkout",
            List.of(
                new HotfixScope.Alternative(
                    HotfixScope.Way.rollback, "No earlier deployment is recorded."))),
        new Reproducing(true, false, "The capture holds what was done.", List.of(captured), 0),
        new Differences(
            2,
            List.of(
                new Differences.Answer(
                    "r1", "POST /api/cart", "$.items", "an empty list", "a list with elements", 4)),
            List.of(new Differences.Line("error", captured, 2))),
        List.of(
            new Bundle.Piece("exchange", "r1", 120, "suture://failure/" + EVENT + "/exchange/r1"),
            new Bundle.Piece("replay", null, null, "suture://failure/" + EVENT + "/replay"),
            new Bundle.Piece(
                "source",
                "web/src/Checkout.tsx",
                340,
                "suture://failure/" + EVENT + "/source/web/src/Checkout.tsx")),
        List.of("Source of 1 frames of the application."),
        "Open a hotfix: it branches from the live commit.");
  }

  private static Frame caller() {
    return new Frame("pay", "src/Pay.tsx", 41, 3, true, null, null, null, null);
  }

  private static Impact impact(String captured) {
    return new Impact(
        1,
        1,
        3,
        3,
        0,
        Impact.Trend.fresh,
        AT.plusSeconds(60),
        "shop@1.4.0",
        "shop@1.4.0",
        List.of(new IssueStore.Share("shop@1.4.0", 3)),
        List.of(new IssueStore.Share("production", 3)),
        List.of(new IssueStore.Share(captured, 2), new IssueStore.Share("", 1)),
        new Cause.Suspect(
            COMMIT, "Ada", AT, captured, "#12", "src/cart.ts", "It changed the line."));
  }
}

package dev.suture.issue.grouping;

import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static dev.suture.event.EventSample.java;
import static dev.suture.event.EventSample.mapped;
import static dev.suture.event.EventSample.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.event.EventSample;
import dev.suture.event.Frame;
import dev.suture.issue.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingV2Test {
  private static final String V8 = "Cannot read properties of undefined (reading 'price')";
  private static final String FIREFOX =
      "can't access property \"price\", cart.items[0] is undefined";
  private static final String SAFARI =
      "undefined is not an object (evaluating 'cart.items[0].price')";
  private static final Frame.Built BUILT =
      new Frame.Built("https://shop.example/assets/index-DiwrgTda.js", "t", 1, 900);

  private final GroupingV2 grouping = new GroupingV2();

  private Fingerprint of(EventSample sample) {
    return grouping.fingerprint(sample.build());
  }

  private String hash(EventSample sample) {
    return of(sample).hash();
  }

  private static Frame withCode(Frame frame, String... lines) {
    return new Frame(
        frame.function(),
        frame.file(),
        frame.line(),
        frame.column(),
        frame.inApp(),
        frame.module(),
        new Frame.Code(frame.line(), List.of(lines)),
        frame.built(),
        null);
  }

  @Test
  void threeBrowsersWordingsOfOneTypeErrorAreOneIssue() {
    String chrome =
        hash(
            event()
                .thrown(
                    "TypeError",
                    V8,
                    mapped("total", "src/Checkout.tsx", 31, BUILT),
                    mapped("onClick", "src/Checkout.tsx", 58, BUILT)));
    String firefox =
        hash(
            event()
                .thrown(
                    "TypeError",
                    FIREFOX,
                    mapped("total", "src/Checkout.tsx", 31, BUILT),
                    mapped("onClick", "src/Checkout.tsx", 58, BUILT)));
    assertThat(firefox).isEqualTo(chrome);
  }

  @Test
  void theNamesThatBrowsersGiveOneUnmappedFunctionAreOne() {
    String chrome =
        hash(stack(V8, "Object.total", "new Checkout", "HTMLButtonElement.onPay [as onclick]"));
    String firefox = hash(stack(FIREFOX, "total", "Checkout", "onPay"));
    String nested = hash(stack(SAFARI, "Cart/this.total", "Checkout", "onPay"));
    assertThat(firefox).isEqualTo(chrome);
    assertThat(nested).isEqualTo(chrome);
  }

  private static EventSample stack(String message, String... functions) {
    List<Frame> frames = new ArrayList<>();
    for (String function : functions) {
      frames.add(frame(function, "https://shop.example/js/shop.js?v=3", 10, 4));
    }
    return event().thrown("TypeError", message, frames.toArray(Frame[]::new));
  }

  @Test
  void otherLineNumbersAfterAnUnrelatedDeployStayOneIssue() {
    Frame before =
        withCode(frame("total", "src/Checkout.tsx", 31, 9), "  return cart.items[0].price;");
    Frame after =
        withCode(frame("total", "src/Checkout.tsx", 77, 9), "\treturn  cart.items[0].price;");
    assertThat(hash(event().release("1.0").thrown("TypeError", V8, before)))
        .isEqualTo(hash(event().release("1.1").thrown("TypeError", V8, after)));
  }

  @Test
  void twoCallersOfOneHelperAreTwoIssues() {
    Frame helper = frame("get", "src/get.ts", 3, 1);
    String checkout =
        hash(event().thrown("TypeError", V8, helper, frame("pay", "src/pay.ts", 7, 1)));
    String profile =
        hash(event().thrown("TypeError", V8, helper, frame("name", "src/me.ts", 9, 1)));
    assertThat(profile).isNotEqualTo(checkout);
  }

  @Test
  void twoFaultsOnTwoLinesOfOneFunctionAreTwoIssuesWhereTheSourceIsKnown() {
    Frame first = withCode(frame("total", "src/pay.ts", 3, 1), "cart.items[0].price");
    Frame second = withCode(frame("total", "src/pay.ts", 4, 1), "cart.coupon.rate");
    assertThat(hash(event().thrown("TypeError", V8, first)))
        .isNotEqualTo(hash(event().thrown("TypeError", V8, second)));
  }

  @Test
  void oneHelperCalledOnTwoLinesOfOneFunctionIsTwoIssuesWhereTheSourceIsKnown() {
    Frame helper = withCode(frame("invariant", "src/invariant.ts", 3, 1), "throw new Error(text)");
    Frame one = withCode(frame("pay", "src/pay.ts", 3, 1), "invariant(cart.items.length)");
    Frame other = withCode(frame("pay", "src/pay.ts", 9, 1), "invariant(user.address)");
    assertThat(hash(event().thrown("Error", "no", helper, one)))
        .isNotEqualTo(hash(event().thrown("Error", "no", helper, other)));
  }

  @Test
  void whatIsFarBelowInTheStackDoesNotSplitAnIssue() {
    Frame[] viaMenu = deep("menu");
    Frame[] viaKey = deep("shortcut");
    assertThat(hash(event().thrown("TypeError", V8, viaMenu)))
        .isEqualTo(hash(event().thrown("TypeError", V8, viaKey)));
  }

  private static Frame[] deep(String root) {
    return new Frame[] {
      frame("one", "src/a.ts", 1, 1),
      frame("two", "src/b.ts", 1, 1),
      frame("three", "src/c.ts", 1, 1),
      frame("four", "src/d.ts", 1, 1),
      frame(root, "src/main.ts", 1, 1)
    };
  }

  @Test
  void callersBehindAnAwaitDoNotCount() {
    Frame top = frame("pay", "src/pay.ts", 7, 1);
    String safari = hash(event().thrown("TypeError", SAFARI, top));
    assertThat(hash(event().thrown("TypeError", V8, top, frame("async submit", "src/f.ts", 1, 1))))
        .isEqualTo(safari);
    assertThat(
            hash(
                event().thrown("TypeError", FIREFOX, top, frame("async*submit", "src/f.ts", 1, 1))))
        .isEqualTo(safari);
  }

  @Test
  void recursionOfAnyDepthIsOneIssue() {
    assertThat(hash(recursion(2))).isEqualTo(hash(recursion(90)));
  }

  private static EventSample recursion(int depth) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      frames.add(frame("visit", "src/tree.ts", 10 + i, 1));
      frames.add(frame("children", "src/tree.ts", 20 + i, 1));
    }
    frames.add(frame("render", "src/tree.ts", 99, 1));
    return event()
        .thrown("RangeError", "Maximum call stack size exceeded", frames.toArray(Frame[]::new));
  }

  @Test
  void frameworkFramesCountOnlyWhereTheApplicationHasNone() {
    Frame own = frame("pay", "src/pay.ts", 7, 1);
    Frame react = system("commitRoot", "node_modules/react-dom/index.js", 900, 1);
    Frame otherReact = system("flushSync", "node_modules/react-dom/index.js", 950, 1);
    assertThat(hash(event().thrown("TypeError", V8, own, react)))
        .isEqualTo(hash(event().thrown("TypeError", V8, own, otherReact)));
    assertThat(hash(event().thrown("TypeError", V8, react)))
        .isNotEqualTo(hash(event().thrown("TypeError", V8, otherReact)));
  }

  @Test
  void aChainGroupsByAllTypesAndWhereItBegan() {
    Frame dao = java("com.shop.CartDao", "load", "CartDao.java", 44, true);
    Frame service = java("com.shop.CheckoutService", "pay", "CheckoutService.java", 20, true);
    Frame tomcat = java("org.apache.catalina.core.Filter", "doFilter", "Filter.java", 3, false);
    EventSample chain =
        event()
            .platform("java")
            .thrown("jakarta.servlet.ServletException", "request 17 failed", service, tomcat)
            .thrown(
                "java.lang.NullPointerException", "Cannot invoke \"Cart.items()\"", dao, service);
    assertThat(of(chain).parts())
        .containsExactly(
            "exception: jakarta.servlet.ServletException, caused by java.lang.NullPointerException",
            "in com.shop.CartDao, function load",
            "called from com.shop.CheckoutService, function pay");
  }

  @ParameterizedTest
  @CsvSource({
    "com.shop.Cart$1, com.shop.Cart$2",
    "com.shop.Cart$$EnhancerBySpringCGLIB$$1a2b3c, com.shop.Cart$$EnhancerBySpringCGLIB$$9f8e7d",
    "jdk.proxy2.$Proxy12, jdk.proxy2.$Proxy97",
    "com.shop.GeneratedMethodAccessor3, com.shop.GeneratedMethodAccessor41",
  })
  void namesThatAJvmNumbersAreOne(String one, String other) {
    assertThat(hash(event().thrown("E1", "", java(one, "pay", "Cart.java", 1, true))))
        .isEqualTo(hash(event().thrown("E1", "", java(other, "pay", "Cart.java", 9, true))));
  }

  @Test
  void lambdasOfOneMethodAreOne() {
    Frame one = java("com.shop.Cart", "lambda$pay$3", "Cart.java", 1, true);
    Frame other = java("com.shop.Cart", "lambda$pay$7", "Cart.java", 1, true);
    assertThat(hash(event().thrown("E1", "", one)))
        .isEqualTo(hash(event().thrown("E1", "", other)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/assets/index-DiwrgTda.js, assets/index.js",
    "https://cdn.example/assets/index-B_x-9aQ1.js?v=2#top, assets/index.js",
    "https://shop.example/static/js/main.5f0b1b1b.chunk.js, static/js/main.chunk.js",
    "webpack:///./src/Checkout.tsx, src/Checkout.tsx",
    "../../src/Checkout.tsx, src/Checkout.tsx",
    "src/pages/checkout-page.tsx, src/pages/checkout-page.tsx",
    "src/user-settings.js, src/user-settings.js",
    "/app/node_modules/.pnpm/react-dom@18.2.0/node_modules/react-dom/cjs/react-dom.js,"
        + " node_modules/react-dom/cjs/react-dom.js",
    "https://cdn.example/npm/vue@3.4.21/dist/vue.js, npm/vue/dist/vue.js",
    "https://cdn.example/1.2.3/shop.js, */shop.js",
    "C:\\shop\\src\\pay.py, src/pay.py",
  })
  void filesAreNamedWithoutWhatABuildChanges(String file, String name) {
    Fingerprint fingerprint = of(event().thrown("TypeError", V8, frame("total", file, 1, 1)));
    assertThat(fingerprint.parts()).contains("in " + name + ", function total");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User 17 not found|User 94 not found",
        "No row for 3f2504e0-4f89-11d3-9a0c-0305e82c3301|No row for"
            + " 00000000-0000-0000-0000-000000000000",
        "Timeout after 3.5ms at 10.0.0.1:8080|Timeout after 12ms at 192.168.7.9:443",
        "Cannot find \"shoes\" in stock|Cannot find \"a long red hat\" in stock",
        "Due 2026-05-04T12:00:00Z passed|Due 2027-12-31 passed",
        "GET https://a.example/x?y=1 failed|GET http://b.example/ failed",
        "mail to ann@shop.example bounced|mail to bob.b@mail.example bounced",
        "pointer 0x7ffde3 freed|pointer 0x1 freed",
        "commit deadbeef01 missing|commit 0123abcd missing",
      })
  void messagesThatDifferInTheirValuesAreOneIssue(String one, String other) {
    assertThat(hash(event().message(one))).isEqualTo(hash(event().message(other)));
  }

  @Test
  void messagesThatDifferInTheirWordsAreTwoIssues() {
    assertThat(hash(event().message("User 17 not found")))
        .isNotEqualTo(hash(event().message("Order 17 not found")));
    assertThat(hash(event().message("I can't read it. We don't know")))
        .isNotEqualTo(hash(event().message("I can't write it. We don't know")));
  }

  @Test
  void everyReportOfAPersonIsAnIssueOfItsOwn() {
    EventSample one = event().id(1).report("Cannot pay", null);
    EventSample other = event().id(2).report("Cannot pay", null);
    assertThat(hash(one)).isNotEqualTo(hash(other));
    assertThat(hash(event().id(3).report(null, null)))
        .isNotEqualTo(hash(event().id(4).report(null, null)));
  }

  @Test
  void aReportWithAnExceptionGroupsByTheException() {
    Frame pay = frame("pay", "src/pay.ts", 7, 1);
    Event first = event().id(1).report("Cannot pay", null).thrown("TypeError", V8, pay).build();
    Event second = event().id(2).thrown("TypeError", V8, pay).build();
    assertThat(grouping.fingerprint(first)).isEqualTo(grouping.fingerprint(second));
  }

  @Test
  void hostileTextIsReadInBoundedTime() {
    String quotes = "'\"`".repeat(200_000);
    String digits = "1.".repeat(300_000) + "@".repeat(300_000);
    Frame[] frames = new Frame[5_000];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = frame("f".repeat(1000) + i, "/".repeat(1000) + i, i, i);
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          hash(event().message(quotes));
          hash(event().message(digits));
          hash(event().thrown(quotes, digits, frames));
        });
  }

  /// The hashes are in databases: a change of any of them splits issues that people work on.
  @Test
  void theHashesOfThisVersionNeverChange() {
    Frame pay =
        withCode(frame("Object.pay", "../src/pay-BX12ab9c.ts", 7, 1), "cart.items[0].price");
    Frame lambda = java("com.shop.Cart$1", "lambda$pay$3", "Cart.java", 1, true);
    Frame minified = frame("t", "https://shop.example/assets/index-DiwrgTda.js", 1, 900);
    assertThat(hash(event().thrown("TypeError", V8, pay)))
        .isEqualTo("472ae5f55ee500cafd076c378deb88c5");
    assertThat(hash(event().platform("java").thrown("java.io.IOException", "no route", lambda)))
        .isEqualTo("4c0788762a9888d8a13358fef2c729ad");
    assertThat(hash(event().message("User 17 'x' not found")))
        .isEqualTo("525dc1cb8018389a24b628e589e8610a");
    Fingerprint joined = of(event().thrown("TypeError", V8, minified));
    assertThat(joined.hash()).isEqualTo("dd809417b474d287324e96a5fdf00217");
    assertThat(joined.joins())
        .extracting(join -> join.variant() + " " + join.hash())
        .containsExactly(
            "place bdb06c8bc40c942a896230c89c525443",
            "names e62f38e6c83b49a1370be77214621451",
            "wording f710f11fd07e777e52f0d6351c53f0eb",
            "claim f661f56a47dcc32ec29fa00420dafb87");
  }

  /// Stacks of a few functions that call each other in any order, as a recursion does.
  private static EventSample anyStack(Random random) {
    List<Frame> stack = new ArrayList<>();
    for (int i = random.nextInt(24); i >= 0; i--) {
      String function = random.nextInt(3) == 0 ? "a" : "call" + random.nextInt(3);
      stack.add(frame(function, "src/Cart.ts", 1, 1));
    }
    String type = random.nextBoolean() ? "TypeError" : "RangeError";
    return event().thrown(type, random.nextBoolean() ? V8 : SAFARI, stack.toArray(Frame[]::new));
  }

  private static List<String> topmost(Fingerprint fingerprint) {
    return fingerprint.parts().stream().skip(1).limit(GroupingV2.FRAMES).toList();
  }

  @Test
  void whatLiesFurtherOutDoesNotChangeTheTopmostFrames() {
    for (int seed = 0; seed < 5_000; seed++) {
      Event event = anyStack(new Random(seed)).build();
      List<String> few = topmost(grouping.fingerprint(event));
      List<String> many = topmost(grouping.fingerprint(event, 50));
      assertThat(few).as("seed %d", seed).isEqualTo(many.subList(0, few.size()));
    }
  }

  @Test
  void whatWasGroupedBeforeDoesNotMatter() {
    for (int seed = 0; seed < 5_000; seed++) {
      Event event = anyStack(new Random(seed)).build();
      assertThat(grouping.fingerprint(event))
          .as("seed %d", seed)
          .isEqualTo(new GroupingV2().fingerprint(event));
    }
  }
}

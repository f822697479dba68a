package dev.suture.cause;

import dev.suture.capture.Exchange;
import dev.suture.event.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A bundle in the order in which a reader needs it, within a budget. What does not fit is left out
/// by size, the same way every time, and named.
public final class BundleText {
  /// What a bundle keeps to when nobody asks for more.
  public static final int TOKENS = 4000;

  /// What a bundle in full keeps to.
  public static final int FULL = 8000;

  /// What can be asked for at the least and at the most.
  public static final int LEAST = 1500;

  public static final int MOST = 10_000;

  private static final int VALUE = 200;

  /// Where a value has no more room than this, only what decides is told.
  private static final int BARE = 40;

  /// How much of each part there is room for.
  private record Size(int body, int timeline, int sources, int frames, int facts, int value) {}

  private static final List<Size> SIZES =
      List.of(
          new Size(8192, 60, 5, 12, 40, 1000),
          new Size(4000, 40, 3, 12, 20, 600),
          new Size(2000, 30, 2, 10, 12, 400),
          new Size(1000, 20, 2, 8, 10, 300),
          new Size(500, 12, 1, 6, 8, 200),
          new Size(200, 8, 1, 4, 6, 120),
          new Size(100, 6, 1, 3, 4, 60),
          new Size(40, 3, 1, 2, 2, 40));

  private final Bundle bundle;
  private final Size size;
  private final Briefing.Builder out;
  private final List<String> cut = new ArrayList<>();

  private BundleText(Bundle bundle, Size size) {
    this.bundle = bundle;
    this.size = size;
    this.out = Briefing.builder(bundle.sender());
    cut.addAll(bundle.cut());
  }

  /// @param tokens estimated from the length of the Markdown; below about 1,500 the smallest form
  ///   is given
  public static Briefing of(Bundle bundle, int tokens) {
    Briefing briefing = new BundleText(bundle, SIZES.getFirst()).briefing();
    for (Size size : SIZES) {
      briefing = new BundleText(bundle, size).briefing();
      if (Briefing.tokens(briefing.markdown("000000000000")) <= tokens) {
        return briefing;
      }
    }
    return briefing;
  }

  private Briefing briefing() {
    if (bundle.verdict() != null) {
      Verdict verdict = bundle.verdict();
      out.say("Verdict", verdict.words() + "\n- " + String.join("\n- ", verdict.because()));
    }
    out.say("What happened", bundle.summary() + " " + bundle.trust());
    out.say("What to do next", bundle.next());
    if (bundle.cause() != null) {
      CauseText.tell(bundle.cause(), out, 2 * size.value());
    }
    if (!isCertain()) {
      differences();
    }
    error();
    stack();
    sources();
    ScopeText more = new ScopeText(bundle, out, size.frames(), Math.min(size.value(), VALUE), cut);
    if (size.value() > BARE) {
      more.callers();
      locals();
      traced();
    }
    nearest();
    timeline();
    more.impact();
    more.scope();
    if (size.value() > BARE) {
      more.reproduce();
      environment();
      parts();
    } else {
      cut.add(
          "Callers, variables, trace, how to reproduce it, environment, and the list of parts.");
    }
    if (isCertain() && size.value() > BARE) {
      differences();
    } else if (isCertain()) {
      cut.add("How it differs from sessions that did not fail.");
    }
    more.index(size.value() > BARE);
    if (!cut.isEmpty()) {
      out.say("Left out", "- " + String.join("\n- ", cut));
    }
    return out.build();
  }

  /// Where no answer is surely to blame, what differs is the next best that is known of the cause.
  private boolean isCertain() {
    return bundle.cause() != null && bundle.cause().confident();
  }

  private void differences() {
    DifferencesText.tell(bundle, out, size.frames(), Math.min(size.value(), VALUE), cut);
  }

  private void error() {
    List<String> lines = new ArrayList<>();
    if (bundle.error() != null) {
      lines.add(words(bundle.error()));
      bundle.causes().stream()
          .limit(size.frames())
          .forEach(cause -> lines.add("caused by " + words(cause)));
      left(bundle.causes().size() - size.frames(), "causes of the error");
    } else {
      lines.add(value(bundle.issue().title()));
    }
    if (bundle.report() != null && bundle.report().title() != null) {
      lines.add("report: " + value(bundle.report().title()));
    }
    if (bundle.report() != null && bundle.report().note() != null) {
      lines.add("note: " + value(bundle.report().note()));
    }
    if (bundle.release() != null) {
      lines.add("release: " + value(bundle.release()));
    }
    out.data("Error", captured(), String.join("\n", lines));
  }

  private String words(Bundle.Problem problem) {
    return value(problem.type() + ": " + problem.value());
  }

  private void stack() {
    if (bundle.frames().isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    int folded = 0;
    List<Bundle.BundleFrame> frames =
        bundle.frames().subList(0, Math.min(size.frames(), bundle.frames().size()));
    boolean anyInApp = frames.stream().anyMatch(each -> each.frame().inApp());
    for (Bundle.BundleFrame each : frames) {
      if (each.frame().inApp() || !anyInApp || lines.isEmpty()) {
        fold(folded, lines);
        folded = 0;
        lines.add(at(each.frame()));
      } else {
        folded++;
      }
    }
    fold(folded, lines);
    out.data("Stack, the call that threw first", captured(), String.join("\n", lines));
    left(bundle.frames().size() - size.frames(), "frames of the stack");
  }

  private static void fold(int folded, List<String> lines) {
    if (folded > 0) {
      lines.add("   not the application's: " + folded);
    }
  }

  private static String at(Frame frame) {
    String unmapped = frame.unmapped() == null ? "" : "  (not mapped: " + frame.unmapped() + ")";
    return clip(
        "at "
            + (frame.function().isEmpty() ? "?" : clip(frame.function(), 120))
            + " ("
            + clip(frame.file(), 200)
            + ":"
            + frame.line()
            + ":"
            + frame.column()
            + ")"
            + (frame.inApp() ? "" : "  [not the application's]")
            + unmapped,
        420);
  }

  private void sources() {
    int shown = 0;
    for (Bundle.BundleFrame frame : bundle.frames()) {
      if (shown == size.sources()) {
        break;
      }
      if (frame.code() != null && frame.commit() != null) {
        String text =
            clip(frame.path() == null ? "" : frame.path(), 300)
                + "\n"
                + code(frame.code(), frame.frame().line());
        out.data("Source at live commit " + frame.commit(), Briefing.Provenance.repository, text);
        shown++;
      } else if (frame.frame().inApp() && frame.frame().code() != null) {
        String text =
            clip(frame.frame().file(), 300)
                + "\n"
                + code(frame.frame().code(), frame.frame().line());
        out.data("Source as the event or its source map has it", captured(), text);
        shown++;
      }
    }
    long all =
        bundle.frames().stream()
            .filter(
                each ->
                    each.code() != null || (each.frame().inApp() && each.frame().code() != null))
            .count();
    left((int) all - shown, "frames' source");
  }

  private String code(Frame.Code code, int line) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < code.lines().size(); index++) {
      int number = code.first() + index;
      if (Math.abs(number - line) > Math.max(1, size.frames() - 3)) {
        continue;
      }
      text.append(number == line ? "> " : "  ").append(number).append("  ");
      text.append(oneLine(code.lines().get(index), Math.clamp(2L * size.value(), 80, 240)))
          .append('\n');
    }
    return text.toString();
  }

  private void locals() {
    if (bundle.locals().isEmpty()) {
      return;
    }
    String lines =
        bundle.locals().entrySet().stream()
            .limit(size.facts())
            .map(each -> clip(each.getKey(), 60) + " = " + value(each.getValue()))
            .collect(Collectors.joining("\n"));
    out.data("Variables of the failing call", captured(), lines);
    left(bundle.locals().size() - size.facts(), "variables of the failing call");
  }

  private void traced() {
    int shown = Math.min(bundle.traced().size(), size.frames());
    if (shown == 0) {
      return;
    }
    String lines =
        bundle.traced().subList(0, shown).stream()
            .map(each -> "- " + new Address(each.issue(), null, null).uri())
            .collect(Collectors.joining("\n"));
    out.say("Other failures of the same trace", lines);
    left(bundle.traced().size() - shown, "failures of the same trace");
  }

  private void nearest() {
    Exchange exchange = bundle.nearest();
    if (exchange == null) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("id: " + exchange.id());
    lines.add(
        value(exchange.method() + " " + exchange.url())
            + " -> "
            + (exchange.status() == 0 ? "no answer" : exchange.status()));
    if (exchange.error() != null) {
      lines.add("error: " + value(exchange.error()));
    }
    lines.addAll(headers("request", exchange.requestHeaders()));
    body("request", exchange.requestBody(), lines);
    lines.addAll(headers("response", exchange.responseHeaders()));
    body("response", exchange.responseBody(), lines);
    out.data("The exchange nearest before the failure", captured(), String.join("\n", lines));
  }

  private List<String> headers(String which, SortedMap<String, String> headers) {
    left(headers.size() - size.facts(), which + " headers of the nearest exchange");
    return headers.entrySet().stream()
        .limit(size.facts())
        .map(each -> which + " header " + clip(each.getKey(), 60) + ": " + value(each.getValue()))
        .toList();
  }

  private void body(String which, @Nullable String body, List<String> lines) {
    if (body != null && !body.isEmpty()) {
      lines.add(which + " body: " + clip(body, size.body()));
      left(body.length() - size.body(), "characters of the nearest exchange's " + which + " body");
    }
  }

  /// The entries up to the error, nearest last, and a few behind it.
  private void timeline() {
    List<Bundle.TimelineEntry> all = bundle.timeline();
    if (all.isEmpty()) {
      return;
    }
    int before = (int) all.stream().filter(entry -> entry.ms() <= 0).count();
    int to = Math.min(all.size(), before + size.timeline() / 4);
    int from = Math.max(0, to - size.timeline());
    String lines = all.subList(from, to).stream().map(this::line).collect(Collectors.joining("\n"));
    out.data("Timeline, milliseconds relative to the failure", captured(), lines);
    left(all.size() - (to - from), "entries of the timeline");
  }

  private String line(Bundle.TimelineEntry entry) {
    String text = oneLine(entry.text(), Math.min(size.value(), 300));
    return (entry.ms() > 0 ? "+" : "") + (long) entry.ms() + "  " + entry.kind() + "  " + text;
  }

  private void environment() {
    if (bundle.environment().isEmpty()) {
      return;
    }
    String lines =
        bundle.environment().entrySet().stream()
            .limit(size.facts())
            .map(each -> clip(each.getKey(), 60) + ": " + value(each.getValue()))
            .collect(Collectors.joining("\n"));
    out.data("Environment", captured(), lines);
    left(bundle.environment().size() - size.facts(), "facts of the environment");
  }

  private void parts() {
    if (bundle.parts().isEmpty()) {
      return;
    }
    String known =
        bundle.parts().stream()
            .filter(part -> isKnown(part.name()))
            .map(part -> part.name() + " (" + part.bytes() + " bytes)")
            .collect(Collectors.joining(", "));
    long others = bundle.parts().stream().filter(part -> !isKnown(part.name())).count();
    String more = others == 0 ? "" : " Other attachments: " + others + ".";
    out.say(
        "Parts of the capture",
        known + ". Under /api/v1/captures/" + bundle.capture() + "/parts/." + more);
  }

  /// Names that Suture gives; any other name is the sender's.
  private static boolean isKnown(String name) {
    return name.matches(
        "replay\\.json|network\\.har|console\\.json|actions\\.json|page\\.json"
            + "|screenshot\\.(png|jpeg|webp)");
  }

  private Briefing.Provenance captured() {
    return bundle.capture() == null ? Briefing.Provenance.sdk : Briefing.Provenance.page;
  }

  private void left(int count, String what) {
    if (count > 0) {
      cut.add(count + " " + what + ".");
    }
  }

  private String value(String text) {
    return clip(clip(text, 4 * size.value()).replaceAll("\\s+", " "), size.value());
  }

  /// Clipped, with its line breaks as spaces: a sender may put some where a line stands.
  static String oneLine(String text, int length) {
    return clip(text, length).replaceAll("\\R", " ");
  }

  private static String clip(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + " …";
  }
}

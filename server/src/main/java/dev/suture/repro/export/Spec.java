package dev.suture.repro.export;

import dev.suture.json.Json;
import dev.suture.repro.Failure;
import dev.suture.repro.Reproduction.Locator;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Scene;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Reproduction.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A reproduction as the text of a Playwright test.
final class Spec {
  private static final Pattern SECTION = Pattern.compile("(?ms)^@([a-z]+)\n(.*?)^@end\n");
  private static final Pattern SLOT = Pattern.compile("@([a-z]+)@");
  private static final int LONGEST_TITLE = 150;
  private static final long MOST_PATIENCE_MS = 10_000;

  private final Played play;
  private final List<Integer> locators;
  private final Style style;
  private final String base;

  /// @param locators of each step, the place of the one that found its target; may be shorter
  /// @param base address of the application where the project's own configuration names none
  Spec(Played play, List<Integer> locators, Style style, String base) {
    this.play = play;
    this.locators = locators;
    this.style = style;
    this.base = base;
  }

  String text() {
    Map<String, String> slots = new LinkedHashMap<>();
    Scene scene = play.scene();
    Failure failure = play.failure();
    slots.put("use", use());
    slots.put("origin", style.literal(origin(scene.url())));
    slots.put("failure", pattern(failure));
    slots.put("title", style.literal(title(failure)));
    slots.put("context", scene.cookies().isEmpty() ? "" : "context, ");
    slots.put("base", style.literal(base));
    slots.put("time", style.literal(time()));
    slots.put("cookies", style.literals(scene.cookies()));
    slots.put("missing", "/" + missing(failure.missing()) + "/");
    slots.put(
        "patience",
        Long.toString(Math.clamp((long) play.slack().end(), 0, MOST_PATIENCE_MS) + 1_000));
    slots.put("steps", steps());
    String template = style.code(sections(template()));
    return SLOT.matcher(template)
        .replaceAll(
            slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), slot.group())));
  }

  private String sections(String template) {
    JsonNode state = Json.MAPPER.readTree(play.scene().state());
    Map<String, Boolean> wanted =
        Map.of(
            "random", !state.path("random").isEmpty(),
            "cookies", !play.scene().cookies().isEmpty(),
            "storage", keeps(state),
            "channels", !play.channels().isEmpty(),
            "missing", !play.failure().missing().isEmpty());
    return SECTION
        .matcher(template)
        .replaceAll(
            section ->
                wanted.getOrDefault(section.group(1), false)
                    ? Matcher.quoteReplacement(section.group(2))
                    : "");
  }

  private static boolean keeps(JsonNode state) {
    return List.of("local", "session", "databases").stream()
        .anyMatch(name -> !state.path(name).isEmpty());
  }

  private static String template() {
    try (InputStream in = Spec.class.getResourceAsStream("/export/spec.ts.txt")) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: spec.ts.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String use() {
    Scene scene = play.scene();
    List<String> lines = new ArrayList<>();
    lines.add(
        "viewport: { width: %d, height: %d }"
            .formatted(scene.screen().width(), scene.screen().height()));
    lines.add("deviceScaleFactor: " + plain(scene.screen().scale()));
    lines.add("colorScheme: " + style.literal(scene.screen().dark() ? "dark" : "light"));
    if (scene.screen().reducedMotion()) {
      lines.add("contextOptions: { reducedMotion: " + style.literal("reduce") + " }");
    }
    if (!scene.languages().isEmpty()) {
      lines.add("locale: " + style.literal(scene.languages().getFirst()));
    }
    if (scene.timeZone() != null) {
      lines.add("timezoneId: " + style.literal(scene.timeZone()));
    }
    lines.add("serviceWorkers: " + style.literal("block"));
    StringBuilder use = new StringBuilder("{\n");
    lines.forEach(line -> use.append(style.indent()).append(line).append(",\n"));
    return use.append("}").toString();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private String time() {
    return Instant.ofEpochMilli(Math.round(play.steps().getFirst().at())).toString();
  }

  private static String title(Failure failure) {
    String title = failure.type() + ": " + failure.message();
    return title.substring(0, Math.min(LONGEST_TITLE, title.length())) + " does not come again";
  }

  /// Type and message of the failure; what differs from run to run is any text.
  private static String pattern(Failure failure) {
    String type = failure.type().equals("Error") ? "" : escaped(failure.type()) + ": ";
    String message = escaped(failure.message()).replace("\\*", ".+");
    return "/" + type + message + "(?:\\n|$)/";
  }

  private static String missing(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? escaped(name) + "$"
        : "\\/"
            + escaped(name.substring(0, dot))
            + "(?:[.-][\\w-]{6,12})?"
            + escaped(name.substring(dot))
            + "$";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ")
        .replaceAll("[\\\\^$.*+?()\\[\\]{}|/]", "\\\\$0");
  }

  private String steps() {
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < play.steps().size(); i++) {
      Step step = play.steps().get(i);
      int locator = i < locators.size() ? locators.get(i) : -1;
      steps.append(i == 0 ? "" : "\n").append(style.indent()).append("await step(() => ");
      steps.append(action(step, locator)).append(style.semicolons() ? ");" : ")");
    }
    return steps.toString();
  }

  private String action(Step step, int locator) {
    String value = String.valueOf(step.value());
    Target target = step.target();
    if (target == null || target.locators().isEmpty()) {
      String commit = "{ waitUntil: " + style.literal("commit") + " }";
      return switch (step.kind()) {
        case "reload" -> "page.reload(" + commit + ")";
        case "back" -> "page.goBack(" + commit + ")";
        case "key" -> "page.keyboard.press(" + style.literal(value) + ")";
        default -> "page.goto(home + " + style.literal(path(value)) + ", " + commit + ")";
      };
    }
    String on = on(target, locator);
    return on
        + switch (step.kind()) {
          case "dblclick" -> ".dblclick()";
          case "input" -> ".fill(" + style.literal(value) + ")";
          case "select" -> ".selectOption(" + style.literals(step.values()) + ")";
          case "check" -> ".setChecked(" + step.checked() + ", { force: true })";
          case "key" -> ".press(" + style.literal(value) + ")";
          case "submit" ->
              ".evaluate((form: HTMLElement) => (form.closest(%s) ?? document.forms[0])?.requestSubmit())"
                  .formatted(style.literal("form"));
          case "file" -> files(step);
          default -> ".click()";
        };
  }

  private String files(Step step) {
    List<String> files =
        step.values().stream()
            .map(
                name ->
                    "{ name: %s, mimeType: %s, buffer: Buffer.from(%s) }"
                        .formatted(
                            style.literal(name),
                            style.literal("application/octet-stream"),
                            style.literal("x")))
            .toList();
    return ".setInputFiles(" + files + ")";
  }

  /// By the locator that was seen to find it; else by the first that was the only one.
  private String on(Target target, int seen) {
    Locator by =
        seen >= 0 && seen < target.locators().size()
            ? target.locators().get(seen)
            : target.locators().stream()
                .filter(each -> each.index() >= -1)
                .findFirst()
                .orElse(target.locators().getFirst());
    StringBuilder on = new StringBuilder("page");
    for (String frame : target.frames()) {
      on.append(".frameLocator(").append(style.literal(frame)).append(")");
    }
    on.append(found(by));
    if (by.index() >= 0) {
      on.append(".nth(").append(by.index()).append(")");
    }
    return on.toString();
  }

  private String found(Locator by) {
    String value = style.literal(by.value());
    String exact = value + ", { exact: true })";
    return switch (by.by()) {
      case "testId" ->
          by.extra().equals("data-testid")
              ? ".getByTestId(" + value + ")"
              : ".locator(" + style.literal(attribute(by)) + ")";
      case "role" ->
          ".getByRole(%s, { name: %s, exact: true })".formatted(style.literal(by.extra()), value);
      case "label" -> ".getByLabel(" + exact;
      case "placeholder" -> ".getByPlaceholder(" + exact;
      case "text" -> ".getByText(" + exact;
      default -> ".locator(" + style.literal(by.value().replace(" >>> ", " >> ")) + ")";
    };
  }

  private static String attribute(Locator by) {
    String name = by.extra().matches("[A-Za-z][A-Za-z0-9_-]{0,60}") ? by.extra() : "data-testid";
    return "[" + name + "=" + Json.MAPPER.writeValueAsString(by.value()) + "]";
  }

  private static String origin(String url) {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    return path < 0 ? url : url.substring(0, path);
  }

  private static String path(String url) {
    try {
      URI uri = URI.create(url);
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return path
          + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
          + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
    } catch (IllegalArgumentException broken) {
      return url.substring(origin(url).length());
    }
  }
}

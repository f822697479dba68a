package dev.suture.repro;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.suture.capture.Exchange;
import dev.suture.event.Event;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A failure that can be made to happen again.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reproduction.Played.class, name = "played"),
  @JsonSubTypes.Type(value = Reproduction.Command.class, name = "command"),
  @JsonSubTypes.Type(value = Reproduction.Requested.class, name = "request")
})
public sealed interface Reproduction {
  /// Id of the issue that it is about.
  String issue();

  /// What a user did in a browser, and what the network answered. All text in it is captured.
  ///
  /// @param capture id
  /// @param base full id of the commit that was live; null when unknown
  /// @param steps in order; the first one opens the page
  /// @param exchanges in the order in which they were asked for
  /// @param slack what a run of it need not wait for
  record Played(
      String issue,
      String capture,
      @Nullable String base,
      Scene scene,
      List<Step> steps,
      List<Exchange> exchanges,
      List<Channel> channels,
      Failure failure,
      Slack slack)
      implements Reproduction {

    /// A part of it.
    public Played part(
        List<Step> fewer, List<Exchange> answers, List<Channel> open, Slack otherwise) {
      return new Played(
          issue,
          capture,
          base,
          scene,
          List.copyOf(fewer),
          List.copyOf(answers),
          List.copyOf(open),
          failure,
          otherwise);
    }
  }

  /// How long a run waits.
  ///
  /// @param idle ids of exchanges that nothing waits for, although they are answered
  /// @param end milliseconds that the failure came after the last action
  /// @param find milliseconds that a target is looked for
  record Slack(Set<String> idle, double end, int find) {
    private static final int FIND_MS = 4_000;

    static Slack of(List<Step> steps, double failedAt) {
      return new Slack(Set.of(), failedAt - steps.getLast().at(), FIND_MS);
    }
  }

  /// A command of the project that fails where the bug is: `repro.command` of the `suture.yml` of
  /// each commit.
  record Command(String issue) implements Reproduction {}

  /// The request that an error of a server happened in, made again. All text in it is captured.
  ///
  /// @param target path and query
  /// @param body null where it had none
  record Requested(
      String issue,
      String method,
      String target,
      SortedMap<String, String> headers,
      @Nullable String body)
      implements Reproduction {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");
    private static final Set<String> OF_THE_WAY =
        Set.of(
            "host",
            "content-length",
            "connection",
            "transfer-encoding",
            "accept-encoding",
            "content-encoding");

    /// Empty where the event has no request, has it of a page, or where the request had a body that
    /// the event has not, or not as it was sent.
    static Optional<Requested> of(String issue, Event event) {
      Event.Request request = event.request();
      if (request == null || request.url() == null || event.platform().equals("javascript")) {
        return Optional.empty();
      }
      String method =
          request.method() == null ? "GET" : request.method().strip().toUpperCase(Locale.ROOT);
      String target = request.url().replaceAll("^[a-z]+://[^/?#]*|#.*$", "");
      if (!target.matches("/[!-~]{0,4000}")) {
        return Optional.empty();
      }
      SortedMap<String, String> headers = new TreeMap<>();
      request
          .headers()
          .forEach(
              (name, value) -> {
                String plain = name.toLowerCase(Locale.ROOT);
                if (plain.matches("[a-z0-9-]{1,100}")
                    && !OF_THE_WAY.contains(plain)
                    && value.matches("[ -~]{0,4000}")) {
                  headers.put(plain, value);
                }
              });
      Optional<String> body = SentBody.of(request.body(), headers);
      boolean none = WITHOUT_BODY.contains(method) || "0".equals(length(request.headers()));
      return body.isEmpty() && !none
          ? Optional.empty()
          : Optional.of(new Requested(issue, method, target, headers, body.orElse(null)));
    }

    private static @Nullable String length(SortedMap<String, String> headers) {
      return headers.entrySet().stream()
          .filter(each -> each.getKey().equalsIgnoreCase("content-length"))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }
  }

  /// What the page began with.
  ///
  /// @param url of the page, as it was opened
  /// @param cookies names; values are never captured
  /// @param state `{"epoch", "local", "session", "databases", "random"}` as JSON, for the script
  ///   that prepares the page
  /// @param failedAt when the failure came, on the page's clock
  record Scene(
      String url,
      Screen screen,
      List<String> languages,
      @Nullable String timeZone,
      List<String> cookies,
      String state,
      double failedAt) {}

  /// @param scale device pixels per CSS pixel
  record Screen(int width, int height, double scale, boolean dark, boolean reducedMotion) {}

  /// One thing that the user did.
  ///
  /// @param at on the page's clock, epoch milliseconds
  /// @param kind `click`, `input` ... as the capture has it
  /// @param value what was typed, the key that was pressed, or where a navigation went
  /// @param values what was chosen
  /// @param target null where the action had none
  record Step(
      double at,
      String kind,
      @Nullable String value,
      List<String> values,
      boolean checked,
      @Nullable Target target) {

    /// In a line; captured, as its parts are.
    public String text() {
      String on = target == null || target.locators().isEmpty() ? "" : " on " + target.name();
      return kind + on + (value == null ? "" : ": " + value);
    }
  }

  /// @param tag of the element
  /// @param frames CSS paths of the frames that it is in, outermost first
  /// @param locators the most robust first
  record Target(String tag, List<String> frames, List<Locator> locators) {
    /// Those that say what a person sees of it, the plainest first.
    private static final List<String> SEEN = List.of("role", "label", "text", "placeholder");

    /// What a person would call it; empty where it has no locator.
    public String name() {
      return SEEN.stream()
          .flatMap(by -> locators.stream().filter(each -> each.by().equals(by)))
          .findFirst()
          .or(() -> locators.stream().findFirst())
          .map(Locator::value)
          .orElse("");
    }
  }

  /// @param by `testId`, `role`, `label`, `placeholder`, `text` or `css`
  /// @param extra the role of `role`, the attribute of `testId`; else empty
  /// @param index which of several this was; -1 when it was the only one, -2 when unknown
  record Locator(String by, String value, String extra, int index) {}

  /// A WebSocket or a stream of server-sent events.
  ///
  /// @param closedAfter milliseconds from `at`; negative while it stayed open
  record Channel(
      double at, boolean socket, String url, double closedAfter, List<Message> messages) {}

  /// @param after milliseconds from the channel's opening
  /// @param type of a server-sent event; null for `message`
  record Message(
      double after, boolean fromServer, String text, boolean binary, @Nullable String type) {}
}

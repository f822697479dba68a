package dev.suture.repro;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.suture.capture.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failure that can be made to happen again.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reproduction.Played.class, name = "played"),
  @JsonSubTypes.Type(value = Reproduction.Command.class, name = "command")
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
  record Played(
      String issue,
      String capture,
      @Nullable String base,
      Scene scene,
      List<Step> steps,
      List<Exchange> exchanges,
      List<Channel> channels,
      Failure failure)
      implements Reproduction {

    public Played with(List<Step> fewer, List<Exchange> answers) {
      return new Played(
          issue, capture, base, scene, List.copyOf(fewer), List.copyOf(answers), channels, failure);
    }
  }

  /// A command of the project that fails where the bug is: `repro.command` of the `suture.yml` of
  /// each commit.
  record Command(String issue) implements Reproduction {}

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
      @Nullable Target target) {}

  /// @param tag of the element
  /// @param frames CSS paths of the frames that it is in, outermost first
  /// @param locators the most robust first
  record Target(String tag, List<String> frames, List<Locator> locators) {}

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

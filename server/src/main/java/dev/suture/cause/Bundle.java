package dev.suture.cause;

import dev.suture.capture.Exchange;
import dev.suture.cause.chain.Cause;
import dev.suture.deploy.Deployment;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Sender;
import dev.suture.event.Thrown;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Issue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// All that is needed to scope the fix of one failure. Fields with text that came from outside say
/// so: they are data wherever they are shown.
///
/// @param event id of the event it was made from
/// @param capture id; null when no recorder was there
/// @param verdict what to do by the project's policy, and why; null where nothing was decided
/// @param sender how whoever sent the event showed who he is
/// @param trust what that means, in words of ours
/// @param summary what happened, in words of ours without captured text
/// @param cause link by link; null for a failure that is not the newest of its issue
/// @param error captured
/// @param causes captured: what the error was caused by, the innermost last
/// @param frames of the innermost cause that has some of the application's own code
/// @param callers the two calls of the application's own that led to the failing one
/// @param locals captured: variables of the failing call, where the sender gives them
/// @param traced what else was seen of the same distributed trace
/// @param nearest captured: the exchange nearest before the failure
/// @param timeline captured: actions, exchanges, console and error on one clock
/// @param environment captured: URL, viewport, user agent ...
/// @param live what is live in production
/// @param impact who is hit, and how much
/// @param scope how far a hotfix reaches
/// @param reproduce how to make it happen again
/// @param differences from sessions that did not fail so
/// @param index what can be read in full
/// @param cut what was left out, and how to get it
/// @param next what to do next, in words of ours
public record Bundle(
    Issue issue,
    String event,
    @Nullable String capture,
    @Nullable Verdict verdict,
    Sender sender,
    String trust,
    String summary,
    @Nullable Cause cause,
    @Nullable Problem error,
    List<Problem> causes,
    List<BundleFrame> frames,
    List<Caller> callers,
    SortedMap<String, String> locals,
    List<Traced> traced,
    @Nullable Exchange nearest,
    List<TimelineEntry> timeline,
    SortedMap<String, String> environment,
    @Nullable String release,
    @Nullable Deployment live,
    Event.@Nullable Report report,
    List<PartLink> parts,
    List<HotfixNote> hotfixes,
    Impact impact,
    HotfixScope scope,
    Reproducing reproduce,
    Differences differences,
    List<Piece> index,
    List<String> cut,
    String next) {

  public record Problem(String type, String value) {
    static Problem of(Thrown thrown) {
      return new Problem(thrown.type(), thrown.value());
    }
  }

  /// A mapped frame beside the source around it at the live commit.
  ///
  /// @param path of the file in the repository; null when no file there matches
  /// @param commit that the code was read at
  public record BundleFrame(
      Frame frame, @Nullable String path, @Nullable String commit, Frame.@Nullable Code code) {}

  /// A call that led to the failing one.
  ///
  /// @param folded how many calls that are not the application's lie between it and the one before
  public record Caller(int folded, BundleFrame at) {}

  /// Another failure of the same trace.
  ///
  /// @param event id of its event, or of its capture
  /// @param exchange captured: id of the request that carried the trace; null where no recorder
  ///   kept one
  public record Traced(String issue, String event, @Nullable String exchange) {}

  /// A part of the evidence that can be read in full: `suture_get_evidence` with the capture's id
  /// (the issue's where there is none), this kind and this ref.
  ///
  /// @param ref captured, or from the repository: which of its kind; null where there is one only
  /// @param tokens estimated; null for what is no text, or is not counted
  /// @param uri of the resource that it is
  public record Piece(String kind, @Nullable String ref, @Nullable Integer tokens, String uri) {}

  /// @param at epoch milliseconds on the page's clock
  /// @param ms relative to the error; negative is before
  /// @param kind `action`, `exchange`, `console`, `navigation` or `error`
  /// @param ref exchange id, or index in its part
  public record TimelineEntry(
      double at, double ms, String kind, String text, @Nullable String ref) {}

  public record PartLink(String name, long bytes, String url) {}

  public record HotfixNote(String id, Hotfix.State state, boolean flagged) {
    public static HotfixNote of(Hotfix hotfix) {
      return new HotfixNote(hotfix.id(), hotfix.state(), hotfix.flagged());
    }

    /// Of an issue's hotfixes the one to speak of in one line: flagged before not flagged, the
    /// newest first.
    public static Optional<HotfixNote> mostUrgent(List<Hotfix> hotfixes) {
      return hotfixes.stream()
          .max(Comparator.comparing(Hotfix::flagged).thenComparing(Hotfix::started))
          .map(HotfixNote::of);
    }
  }
}

package dev.suture.cause.chain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an issue fails, link by link. A link that the evidence does not give is null; nothing is
/// guessed. What came from outside is said to be captured: it is data wherever it is shown.
///
/// @param event id of the event that it was made from
/// @param capture id; null when no recorder was there
/// @param confident whether the exchange is as good as certain; an exchange without it is the
///   likeliest one
/// @param summary the chain in a sentence of ours without captured text
/// @param expression what threw
/// @param exchange the answer that held the bad value; null when none is known to have
/// @param source where the value came from when not from an exchange: `storage`, `address`,
///   `element`, `state`, `global`, `chunk`, `program`; null when unknown or an exchange
/// @param action what the user did that set it off
/// @param file of the repository that a fix has to change first
/// @param commits between the release before and the one that failed, the likeliest first
/// @param fixedOn lines on which what the likeliest commit changed was changed again
/// @param facts what speaks for it, the weightiest first
/// @param candidates where the bad value can have come from, the likeliest first; few
public record Cause(
    String issue,
    String event,
    @Nullable String capture,
    boolean confident,
    String summary,
    @Nullable Expression expression,
    @Nullable Answered exchange,
    @Nullable String source,
    @Nullable Trigger action,
    @Nullable String file,
    List<Suspect> commits,
    List<Fixed> fixedOn,
    List<Fact> facts,
    List<Candidate> candidates) {

  /// @param path of the file in the repository
  /// @param commit that it was read at
  /// @param code from the repository: the expression that threw
  /// @param access from the repository: the part of it that had the bad value
  /// @param complaint what the engine complained of, in a word of ours
  public record Expression(
      String path, int line, String commit, String code, String access, String complaint) {}

  /// @param id of the exchange in the capture
  /// @param method captured
  /// @param url captured
  /// @param status 0 without an answer
  /// @param before milliseconds from its end to the failure
  /// @param field captured: path of the bad value in the body, `$.items[0].price`; null when the
  ///   answer is to blame as a whole
  /// @param found what stands there, in words of ours; null without a field
  public record Answered(
      String id,
      String method,
      String url,
      int status,
      long before,
      @Nullable String field,
      @Nullable String found) {}

  /// A place that the bad value can have come from.
  ///
  /// @param kind `exchange`, or one of the sources
  /// @param exchange id of the exchange in the capture; null for other kinds
  /// @param what captured or from the repository: the request, or the code that reads the place
  /// @param field captured: path of the bad value there; null when none is known
  /// @param found what stands there, in words of ours; null when it was not looked at
  /// @param score from 0 to 100
  /// @param words what speaks for it, in words of ours
  public record Candidate(
      String kind,
      @Nullable String exchange,
      String what,
      @Nullable String field,
      @Nullable String found,
      int score,
      List<String> words) {}

  /// @param index among the actions of the capture
  /// @param kind captured
  /// @param before milliseconds from it to the failure
  public record Trigger(int index, String kind, long before) {}

  /// @param author from the repository
  /// @param subject from the repository
  /// @param path from the repository: of the file in question
  /// @param pull from the repository: the merge request that brought it, `#12` or `!12`; null when
  ///   none is known
  /// @param words why it is suspected, in words of ours
  public record Suspect(
      String commit,
      String author,
      Instant at,
      String subject,
      @Nullable String pull,
      String path,
      String words) {}

  /// @param line `production` or `develop`
  /// @param branch that carries the line
  public record Fixed(String line, String branch, String commit) {}

  /// @param link of the chain that it speaks for: `expression`, `exchange`, `field`, `action` ...
  /// @param words ours, without captured text
  /// @param data captured or from the repository; null when the words say all
  public record Fact(String link, String words, @Nullable String data) {}
}

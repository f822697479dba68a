package dev.suture.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.suture.json.OnDemand;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One occurrence of an error, in our own words. All text in it came from outside.
///
/// @param id 32 lower-case hexadecimal digits
/// @param at when it happened, corrected for a wrong clock of the sender where that is known
/// @param received when the server accepted it
/// @param message the text of an event without an exception
/// @param thrown the exception that reached the top first, then its causes
/// @param breadcrumbs oldest first
/// @param debugFiles which built file has which debug id
/// @param details what else the sender says of it
public record Event(
    String id,
    long project,
    Instant at,
    Instant received,
    Level level,
    String platform,
    @Nullable String release,
    @Nullable String environment,
    @Nullable String transaction,
    @Nullable String message,
    List<Thrown> thrown,
    @Nullable User user,
    @Nullable Request request,
    SortedMap<String, String> tags,
    List<Breadcrumb> breadcrumbs,
    List<DebugFile> debugFiles,
    Sdk sdk,
    @Nullable Report report,
    Details details) {

  /// Bodies that were kept before there were details have none.
  public Event {
    details = details == null ? Details.NONE : details;
  }

  /// Who met the error, as far as the sender says.
  public record User(
      @Nullable String id, @Nullable String email, @Nullable String name, @Nullable String ip) {

    /// How a list names the user: the most telling of what is known.
    public @Nullable String shown() {
      return email != null ? email : name != null ? name : id != null ? id : ip;
    }
  }

  /// The HTTP request that the error happened in; for a browser the page.
  public record Request(
      @Nullable String method,
      @Nullable String url,
      SortedMap<String, String> headers,
      @Nullable String body) {
    /// A longer one is not kept: half a body is of no use.
    public static final int LONGEST_BODY = 16 * 1024;

    /// Without a body.
    public Request(
        @Nullable String method, @Nullable String url, SortedMap<String, String> headers) {
      this(method, url, headers, null);
    }
  }

  /// Something that happened before the error.
  public record Breadcrumb(Instant at, String category, Level level, String message) {}

  /// A built file and the debug id that its source map was uploaded under.
  ///
  /// @param file URL of the built file
  /// @param debugId lower-case UUID
  public record DebugFile(String file, String debugId) {}

  public record Sdk(String name, String version) {}

  /// What a person said when sending a capture.
  public record Report(@Nullable String title, @Nullable String note) {}

  /// What a sender adds to an event beyond what every event has.
  ///
  /// @param dist which build of the release
  /// @param trace id of the distributed trace
  /// @param fingerprint what the sender wants events grouped by, in its own words; empty when it
  ///   leaves that to the server
  /// @param contexts facts by the name of what they describe: `browser`, `os`, `device` ...
  /// @param extra whatever the application attached
  /// @param scrubbed where something was taken out before anything was kept; null or empty for
  ///   nowhere
  /// @param sender how whoever sent it showed who he is, as this server found
  /// @param said when it happened on the sender's clock; null where that agrees with the server's
  public record Details(
      @Nullable String dist,
      @Nullable String trace,
      List<String> fingerprint,
      SortedMap<String, SortedMap<String, String>> contexts,
      SortedMap<String, String> extra,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> scrubbed,
      Sender sender,
      @Nullable Instant said) {
    /// Bodies that were kept before senders were told apart came through the key alone.
    public Details {
      sender = sender == null ? Sender.anonymousKey : sender;
    }

    /// The context that holds the failing call's local variables.
    public static final String LOCALS = "locals";

    public static final Details NONE =
        new Details(
            null, null, List.of(), Collections.emptySortedMap(), Collections.emptySortedMap());

    public Details(
        @Nullable String dist,
        @Nullable String trace,
        List<String> fingerprint,
        SortedMap<String, SortedMap<String, String>> contexts,
        SortedMap<String, String> extra) {
      this(dist, trace, fingerprint, contexts, extra, null, Sender.anonymousKey, null);
    }

    /// The same with its values as they may be kept.
    public Details scrubbed(
        SortedMap<String, SortedMap<String, String>> clean,
        SortedMap<String, String> cleanExtra,
        List<String> places) {
      return new Details(dist, trace, fingerprint, clean, cleanExtra, places, sender, said);
    }

    Details from(Sender who) {
      return new Details(dist, trace, fingerprint, contexts, extra, scrubbed, who, said);
    }

    /// The same of a sender whose clock is wrong.
    public Details saidAt(Instant own) {
      return new Details(dist, trace, fingerprint, contexts, extra, scrubbed, sender, own);
    }

    /// One fact of a context.
    public @Nullable String fact(String context, String name) {
      SortedMap<String, String> facts = contexts.get(context);
      return facts == null ? null : facts.get(name);
    }
  }

  /// The exception to look at first: the one that began the chain, where it has frames of the
  /// application's own code; else one around it that has; else the first that has frames at all.
  public Optional<Thrown> failing() {
    List<Thrown> inside = thrown.reversed();
    return inside.stream()
        .filter(each -> each.frames().stream().anyMatch(Frame::inApp))
        .findFirst()
        .or(() -> inside.stream().filter(each -> !each.frames().isEmpty()).findFirst());
  }

  /// The same event as this server found that it came in.
  public Event from(Sender sender) {
    return sender == details.sender()
        ? this
        : new Event(
            id,
            project,
            at,
            received,
            level,
            platform,
            release,
            environment,
            transaction,
            message,
            thrown,
            user,
            request,
            tags,
            breadcrumbs,
            debugFiles,
            sdk,
            report,
            details.from(sender));
  }

  public Event withThrown(List<Thrown> mapped) {
    return new Event(
        id,
        project,
        at,
        received,
        level,
        platform,
        release,
        environment,
        transaction,
        message,
        OnDemand.copyOf(mapped),
        user,
        request,
        tags,
        breadcrumbs,
        debugFiles,
        sdk,
        report,
        details);
  }

  /// What of an event is scrubbed besides its details.
  public record Scrubbed(
      @Nullable String transaction,
      @Nullable String message,
      List<Thrown> thrown,
      @Nullable User user,
      @Nullable Request request,
      SortedMap<String, String> tags,
      List<Breadcrumb> breadcrumbs,
      @Nullable Report report) {}

  /// The same event with its texts as they may be kept.
  public Event scrubbed(Scrubbed clean, Details cleanDetails) {
    return new Event(
        id,
        project,
        at,
        received,
        level,
        platform,
        release,
        environment,
        clean.transaction(),
        clean.message(),
        clean.thrown(),
        clean.user(),
        clean.request(),
        clean.tags(),
        clean.breadcrumbs(),
        debugFiles,
        sdk,
        clean.report(),
        cleanDetails);
  }
}

package dev.suture.http;

import dev.suture.account.AuditLog;
import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.LinesOfProject;
import dev.suture.hotfix.ReleaseGuard;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Exemption;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of a project, the guard of its releases, and what a line is let off. Only a person who
/// has signed in waives; a build reports that the reproduction does not fail on a line.
public final class LineApi {
  private static final int LONGEST_REASON = 500;

  private final Rooms rooms;

  /// What the endpoints call.
  public record Rooms(
      Hotfixes.Sources sources,
      Hotfixes hotfixes,
      LinesOfProject lines,
      ReleaseGuard guard,
      AuditLog audit,
      InstantSource clock) {}

  private LineApi(Rooms rooms) {
    this.rooms = rooms;
  }

  public static List<Route> routes(Rooms rooms) {
    LineApi api = new LineApi(rooms);
    return List.of(
        Api.operator("GET", "/projects/{slug}/lines", api::lines),
        Api.operator("GET", "/projects/{slug}/guard", api::guard)
            .needing(Scope.failureRead, Scope.releaseWrite),
        Api.operator("POST", "/hotfixes/{id}/waive", api::waive).byPerson(),
        Api.operator("POST", "/hotfixes/{id}/owe", api::owe).byPerson(),
        Api.operator("POST", "/hotfixes/{id}/unaffected", api::unaffected)
            .needing(Scope.releaseWrite));
  }

  private Answer lines(Call call) {
    Project project = project(call);
    return Answer.json(200, read(() -> rooms.lines().graph(project, null)));
  }

  private Answer guard(Call call) {
    Project project = project(call);
    String release = call.query("release").orElse("");
    if (release.isBlank() || release.length() > 250) {
      throw Refusal.invalid(
          "Say which release.", "Add ?release= and a branch, a tag or a commit of the origin.");
    }
    return Answer.json(200, read(() -> rooms.guard().judge(project, release)));
  }

  private Answer waive(Call call) throws IOException {
    Wish wish = call.json(Wish.class);
    if (wish.reason() == null || wish.reason().isBlank()) {
      throw Refusal.invalid("A waiver has a reason.", "Send {\"line\": \"…\", \"reason\": \"…\"}.");
    }
    return exempted(call, wish, Exemption.Kind.waived, null);
  }

  private Answer unaffected(Call call) throws IOException {
    Wish wish = call.json(Wish.class);
    String commit = wish.commit();
    if (commit == null || !commit.matches("[0-9a-f]{40}")) {
      throw Refusal.invalid(
          "Say on which commit of the line the reproduction ran.",
          "Send {\"line\": \"…\", \"commit\": \"<40 digits>\", \"reason\": \"what was run\"}.");
    }
    return exempted(call, wish, Exemption.Kind.notAffected, commit);
  }

  private Answer exempted(Call call, Wish wish, Exemption.Kind kind, @Nullable String commit) {
    Hotfix.LineStatus line = line(call, wish);
    Principal who = call.principal();
    String reason = text(wish.reason());
    rooms
        .sources()
        .exemptions()
        .put(
            new Exemption(
                call.param("id"),
                line.line(),
                kind,
                who.actor(),
                who.name(),
                reason,
                commit,
                rooms.clock().instant()));
    String deed = kind == Exemption.Kind.waived ? "fix waived" : "line reported as not affected";
    return told(call, deed, line.line());
  }

  /// Takes an exemption back.
  private Answer owe(Call call) throws IOException {
    Hotfix.LineStatus line = line(call, call.json(Wish.class));
    if (!rooms.sources().exemptions().remove(call.param("id"), line.line())) {
      throw Refusal.notFound("Nobody has let this line off.");
    }
    return told(call, "waiver taken back", line.line());
  }

  private Answer told(Call call, String deed, String line) {
    Principal who = call.principal();
    rooms
        .audit()
        .add(
            new AuditLog.Entry(
                0,
                rooms.clock().instant(),
                who.actor(),
                who.name(),
                deed,
                call.param("id") + " on " + line,
                call.address()));
    return Answer.json(200, rooms.hotfixes().check(call.param("id")).orElseThrow(LineApi::gone));
  }

  private Hotfix.LineStatus line(Call call, Wish wish) {
    Optional<Hotfix> hotfix = rooms.hotfixes().find(call.param("id"));
    return hotfix.orElseThrow(LineApi::gone).lines().stream()
        .filter(each -> each.line().equals(wish.line()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "The hotfix has no such line.", "GET /api/v1/hotfixes/{id} names its lines."));
  }

  private static Refusal gone() {
    return Refusal.notFound("There is no hotfix with this id.");
  }

  private static String text(@Nullable String reason) {
    String plain = reason == null ? "" : reason.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON);
  }

  private Project project(Call call) {
    return rooms
        .sources()
        .projects()
        .bySlug(call.param("slug"))
        .orElseThrow(() -> Refusal.notFound("There is no project with this slug."));
  }

  private interface Reading<T> {
    T read() throws Unreachable, Policy.Invalid;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (Unreachable | Policy.Invalid unread) {
      throw new Refusal(
          409,
          "conflict",
          String.valueOf(unread.getMessage()),
          "Mend what the message names, then ask again.");
    }
  }

  record Wish(@Nullable String line, @Nullable String reason, @Nullable String commit) {}
}

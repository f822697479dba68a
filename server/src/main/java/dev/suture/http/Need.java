package dev.suture.http;

import dev.suture.account.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a call of a route needs, read off the route itself so that no endpoint can forget it.
///
/// @param anyOf one of these scopes; empty for whoever has signed in
/// @param subject what the path names; null when it names nothing that belongs to a project, and
///   the endpoint then answers of the caller's own projects only
/// @param person whether a browser that has signed in must make the call, and no token
/// @param evidence whether a token may make the call only because of evidence that somebody vouches
///   for
public record Need(Set<Scope> anyOf, @Nullable Subject subject, boolean person, boolean evidence) {

  /// What an id in a path may name.
  public enum Noun {
    project,
    issue,
    hotfix,
    capture
  }

  /// @param param name of the path's parameter that is the id
  public record Subject(Noun noun, String param) {}

  private static final Map<String, Noun> NOUNS =
      Map.of(
          "projects", Noun.project,
          "issues", Noun.issue,
          "hotfixes", Noun.hotfix,
          "captures", Noun.capture);

  /// What belongs to no project, or to the caller. Releases of `/api/0` are of the organization,
  /// and their endpoints take those of the caller's projects only.
  private static final Set<String> OF_NO_PROJECT =
      Set.of(
          "organizations",
          "releases",
          "members",
          "teams",
          "invitations",
          "sessions",
          "grants",
          "tokens",
          "tags");

  static Need nothing() {
    return new Need(EnumSet.noneOf(Scope.class), null, false, false);
  }

  /// By the words of the path: `/projects/{slug}` names a project, `/issues/{id}` an issue.
  ///
  /// @throws IllegalArgumentException when the path names something that is not known here, so that
  ///   a server with such a route does not start
  static Need of(String method, String pattern) {
    return new Need(scopes(method, pattern), subject(pattern), false, false);
  }

  private static @Nullable Subject subject(String pattern) {
    List<String> before = new ArrayList<>();
    for (String segment : pattern.split("/")) {
      String last = before.isEmpty() ? "" : before.getLast();
      if (segment.startsWith("{") && !segment.endsWith("...}")) {
        String param = segment.substring(1, segment.length() - 1);
        if (param.equals("organization")) {
          continue;
        }
        Noun noun = NOUNS.get(last);
        if (noun != null) {
          return new Subject(noun, param);
        }
        if (!OF_NO_PROJECT.contains(last)) {
          throw new IllegalArgumentException(
              "nobody knows whose {" + param + "} in " + pattern + " is: say it in Need");
        }
      } else {
        before.add(segment);
      }
    }
    return null;
  }

  private static Set<Scope> scopes(String method, String pattern) {
    boolean reads = method.equals("GET");
    if (pattern.startsWith("/api/0/")) {
      boolean ofIssues = pattern.contains("/issues") || pattern.contains("/events");
      return reads
          ? EnumSet.of(Scope.failureRead, Scope.releaseWrite)
          : EnumSet.of(ofIssues ? Scope.failureWrite : Scope.releaseWrite);
    }
    if (reads) {
      return EnumSet.of(Scope.failureRead);
    }
    if (pattern.startsWith("/api/v1/projects")) {
      return EnumSet.of(
          pattern.matches(".*/(deployments|artifacts|releases)(/.*)?")
              ? Scope.releaseWrite
              : Scope.projectAdmin);
    }
    boolean ofHotfix = pattern.endsWith("/hotfix") || pattern.startsWith("/api/v1/hotfixes");
    return EnumSet.of(ofHotfix ? Scope.hotfixWrite : Scope.failureWrite);
  }

  Need scopes(Scope... any) {
    return new Need(
        any.length == 0 ? EnumSet.noneOf(Scope.class) : Set.of(any), subject, person, evidence);
  }

  Need byPerson() {
    return new Need(anyOf, subject, true, evidence);
  }

  Need onEvidence() {
    return new Need(anyOf, subject, person, true);
  }
}

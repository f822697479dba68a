package dev.suture.account;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who makes a call, and what it may do.
///
/// @param id of the account or of the token; 0 for the others
/// @param name for people: of the person, or of the token
/// @param role of a person
/// @param via how the call said who makes it
public record Principal(
    Kind kind, long id, String name, @Nullable Role role, Set<Scope> scopes, Reach reach, Via via) {

  /// Nobody has said who he is.
  public static final Principal NOBODY =
      new Principal(
          Kind.nobody, 0, "nobody", null, EnumSet.noneOf(Scope.class), Reach.NOTHING, Via.nothing);

  /// Whoever can read the server's own data folder.
  public static final Principal OPERATOR =
      new Principal(
          Kind.operator,
          0,
          "operator",
          Role.owner,
          EnumSet.allOf(Scope.class),
          new Reach.Everything(),
          Via.token);

  public enum Kind {
    nobody,
    operator,
    person,
    /// A token of a project, or of a build: no person stands behind it.
    machine
  }

  public enum Via {
    nothing,
    /// A browser that has signed in.
    session,
    token,
    /// A program that a person has let act for him, at its own endpoint only.
    grant
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /// Who it was, for a log that outlives names: `account:7`, `token:3`, `operator`.
  public String actor() {
    return switch (kind) {
      case nobody -> "nobody";
      case operator -> "operator";
      case person -> "account:" + id;
      case machine -> "token:" + id;
    };
  }
}

package dev.suture.http;

import dev.suture.account.Scope;

/// Which requests an endpoint answers.
///
/// @param method `GET` answers `HEAD` as well
/// @param pattern `/api/v1/issues/{id}`; a last segment `{rest...}` takes all that follows
/// @param access who may call it
/// @param need what an operator's call has to have
public record Route(String method, String pattern, Access access, Need need, Endpoint endpoint) {

  /// Who may call a route.
  public enum Access {
    /// Anybody, from any site: the endpoints behind a DSN key, and what browsers load from
    /// anywhere.
    anyone,
    /// Anybody who is at this server's own address: the pages, and what signs one in.
    visitor,
    /// Whoever has signed in or has a token, with what [Need] says. Host must be one that this
    /// server answers to, and a browser's Origin must be the server's own.
    operator
  }

  /// A route whose need follows from its path.
  public Route(String method, String pattern, Access access, Endpoint endpoint) {
    this(
        method,
        pattern,
        access,
        access == Access.operator ? Need.of(method, pattern) : Need.nothing(),
        endpoint);
  }

  /// The same route for calls with one of these scopes instead; with none for whoever has signed
  /// in.
  public Route needing(Scope... anyOf) {
    return new Route(method, pattern, access, need.scopes(anyOf), endpoint);
  }

  /// The same route, which a token may take only for a failure that not just anybody can have made
  /// up, or that a person has approved.
  Route onEvidence() {
    return new Route(method, pattern, access, need.onEvidence(), endpoint);
  }

  /// The same route for a person in a browser only.
  Route byPerson() {
    return new Route(method, pattern, access, need.byPerson(), endpoint);
  }
}

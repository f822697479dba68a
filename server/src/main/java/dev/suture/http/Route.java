package dev.suture.http;

/// Which requests an endpoint answers.
///
/// @param method `GET` answers `HEAD` as well
/// @param pattern `/api/v1/issues/{id}`; a last segment `{rest...}` takes all that follows
/// @param access who may call it
public record Route(String method, String pattern, Access access, Endpoint endpoint) {

  /// Who may call a route.
  public enum Access {
    /// Anybody, from any site: the endpoints behind a DSN key, and what browsers load from
    /// anywhere.
    anyone,
    /// The operator: Host must be one that this server answers to, and a browser's Origin must be
    /// the server's own.
    operator
  }
}

package dev.suture.account.grant;

/// What a client asked for and does not get.
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final Error error;

  /// As RFC 6749, RFC 7591 and RFC 8707 name them.
  public enum Error {
    invalid_request,
    invalid_client,
    invalid_grant,
    invalid_scope,
    invalid_target,
    invalid_client_metadata,
    invalid_redirect_uri,
    unsupported_grant_type,
    unsupported_response_type
  }

  /// @param says why, in words of ours
  public Refused(Error error, String says) {
    super(says, null, false, false);
    this.error = error;
  }

  public Error error() {
    return error;
  }

  /// Why, in words of ours.
  public String says() {
    return String.valueOf(getMessage());
  }
}

package dev.suture.account;

import java.net.URI;

/// Signs people in elsewhere: sends a browser there, and reads what it comes back with.
public interface IdentityProvider {
  /// What a button that leads there says.
  String name();

  /// A sign-in that has begun.
  ///
  /// @param state comes back with the browser and tells one sign-in from another
  /// @param nonce comes back inside of the signed answer
  /// @param verifier whoever began the sign-in has it, and nobody on the way
  /// @param redirect where the browser comes back to
  record Begun(String state, String nonce, String verifier, URI redirect) {}

  /// Whom the provider says that it is.
  ///
  /// @param email verified by the provider
  record Person(AccountStore.Identity identity, String email, String name) {}

  /// Why nobody is let in.
  final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public Refused(Reason reason, String message) {
      super(message);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

  enum Reason {
    /// The provider does not answer, or answers what cannot be trusted.
    unreachable,
    unverified,
    domain
  }

  /// Where the browser goes to.
  URI begin(Begun begun) throws Refused;

  /// Who comes back with a code; each code is good for one call.
  Person finish(Begun begun, String code) throws Refused;

  /// Whether an answer that names its issuer is of this one.
  boolean isIssuer(String issuer);
}

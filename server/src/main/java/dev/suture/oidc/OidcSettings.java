package dev.suture.oidc;

import java.net.URI;
import java.util.List;

/// What the operator says about the identity provider.
///
/// @param issuer exactly as the provider writes it into its tokens
/// @param domains of e-mail addresses that may sign in; empty for all
public record OidcSettings(
    URI issuer, String clientId, String clientSecret, String name, List<String> domains) {
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + clientId + "]";
  }
}

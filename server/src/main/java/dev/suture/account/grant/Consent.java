package dev.suture.account.grant;

import dev.suture.account.Scope;
import java.util.Set;

/// What a person said yes to, as the code that stands for it keeps it.
///
/// @param redirect where the code was sent to
/// @param challenge of PKCE, S256
public record Consent(
    String client,
    String clientName,
    String redirect,
    String challenge,
    Set<Scope> scopes,
    String resource) {}

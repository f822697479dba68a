package dev.suture.account.grant;

import dev.suture.account.Scope;
import java.time.Instant;
import java.util.Set;

/// What a person lets a program do.
///
/// @param clientName as the client called itself then; hostile text
/// @param resource that its tokens are for, an address of this server
/// @param seen when it was last renewed
public record Grant(
    long id,
    long account,
    String client,
    String clientName,
    Set<Scope> scopes,
    String resource,
    Instant created,
    Instant seen) {}

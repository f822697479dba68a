/// OpenID Connect, from the side of who relies on it: discovery, the code flow with PKCE, and the
/// checks of the signed answer. It asks the configured issuer and nobody else.
@NullMarked
package dev.suture.oidc;

import org.jspecify.annotations.NullMarked;

/// What people let programs do for them: OAuth 2.1 for the accounts of this server, with public
/// clients only. A grant is for one resource and a few scopes, and never for more than the person
/// may do.
@NullMarked
package dev.suture.account.grant;

import org.jspecify.annotations.NullMarked;

/// What a recorder saw around a failure, in parts: replay, console, exchanges, actions, page,
/// screenshot. Everything in it came through a public key and stays untrusted.
@NullMarked
package dev.suture.capture;

import org.jspecify.annotations.NullMarked;

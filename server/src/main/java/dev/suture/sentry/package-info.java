/// Sentry's wire format: envelopes, DSN authentication, event payloads, translated into our own
/// model. It never groups, stores or decides.
@NullMarked
package dev.suture.sentry;

import org.jspecify.annotations.NullMarked;

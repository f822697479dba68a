/// How an issue's events came in, and which of them a person has looked at. Because of an event
/// that came through the public key alone no program may write until a person says that it may: who
/// has looked at one event has not looked at those that come after it.
@NullMarked
package dev.suture.issue.trust;

import org.jspecify.annotations.NullMarked;

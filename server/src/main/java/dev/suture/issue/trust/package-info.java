/// How an issue's events came in, and whether a person has looked at them. Where all came through
/// the public key alone, no program may write because of them until a person says that it may.
@NullMarked
package dev.suture.issue.trust;

import org.jspecify.annotations.NullMarked;

/// Releases with their commits, and what was put into which environment when. It records and
/// answers what is live; it judges nothing.
@NullMarked
package dev.suture.deploy;

import org.jspecify.annotations.NullMarked;

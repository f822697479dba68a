/// Why it broke: the failure bundle, ordered for a reader who has to scope a fix. It selects and
/// orders evidence and never invents any.
@NullMarked
package dev.suture.cause;

import org.jspecify.annotations.NullMarked;

/// Bounded streams: what arrives from outside is read only up to a stated limit.
@NullMarked
package dev.suture.io;

import org.jspecify.annotations.NullMarked;

/// Shipping a fix in stages: what must be so before it begins, what is done in which order, and who
/// said that it may.
@NullMarked
package dev.suture.ship;

import org.jspecify.annotations.NullMarked;

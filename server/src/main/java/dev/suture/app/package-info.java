/// The wiring of the server, top to bottom, and the clock that drives it. The only place that may
/// see every other package and the only one that asks what time it is.
@NullMarked
package dev.suture.app;

import org.jspecify.annotations.NullMarked;

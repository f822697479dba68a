/// Load and limits, measured side by side on the machine that it runs on. Nothing depends on it,
/// and every load stays on loopback and ends by itself.
@NullMarked
package dev.suture.bench;

import org.jspecify.annotations.NullMarked;

/// Jobs that report when they begin and how they end. The last word of each is kept, and by the
/// hour whether it reported and failed; it expects nothing and alerts nobody.
@NullMarked
package dev.suture.monitor;

import org.jspecify.annotations.NullMarked;

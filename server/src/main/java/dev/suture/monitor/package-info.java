/// Jobs that report when they begin and how they end. The last word of each is kept; it expects
/// nothing and alerts nobody.
@NullMarked
package dev.suture.monitor;

import org.jspecify.annotations.NullMarked;

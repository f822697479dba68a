/// Says what there is to tell in the words of each channel. Captured text is cut, cleaned and
/// quoted on its way out; every call goes through [dev.suture.io.Outbound].
@NullMarked
package dev.suture.notify;

import org.jspecify.annotations.NullMarked;

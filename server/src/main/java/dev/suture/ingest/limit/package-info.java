/// How much may arrive: rates and quotas asked at the door, fair shares of the queue, and the
/// protection against spikes. Rules over counts and instants; they know no clock and no protocol.
@NullMarked
package dev.suture.ingest.limit;

import org.jspecify.annotations.NullMarked;

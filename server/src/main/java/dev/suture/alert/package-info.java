/// When somebody is to be told, and that they were: rules on what is counted and judged, alerts
/// that open once and end on evidence, silences, channels, and each delivery with its attempts. It
/// judges tallies and facts that others keep, and stores a step before it is done. It speaks no
/// channel's language and never changes what it watches.
@NullMarked
package dev.suture.alert;

import org.jspecify.annotations.NullMarked;

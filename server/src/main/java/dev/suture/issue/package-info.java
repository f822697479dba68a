/// The events that share a fingerprint, their counts and their life. Grouping rules are versioned,
/// and a frozen version never changes.
@NullMarked
package dev.suture.issue;

import org.jspecify.annotations.NullMarked;

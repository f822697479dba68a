/// The grouping rules, one frozen version beside the other. A version uses nothing that may change
/// under it: only the event it reads, the fingerprint it makes, and the JDK.
@NullMarked
package dev.suture.issue.grouping;

import org.jspecify.annotations.NullMarked;

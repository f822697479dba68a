/// Whether the cause of a failure is found: seeded faults of real applications, captured in a
/// browser, go through the whole server, and its answers are compared with what is true.
@NullMarked
package dev.suture.bench.cause;

import org.jspecify.annotations.NullMarked;

/// Where a value in a program can have come from: follows it back through assignments, calls, state
/// and imports to requests, storage and the page. Files are read, never run.
@NullMarked
package dev.suture.cause.flow;

import org.jspecify.annotations.NullMarked;

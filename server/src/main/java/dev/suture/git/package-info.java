/// Git by verb, run as the native program with a scrubbed environment, without user configuration
/// or hooks. It never touches a work tree of the user's and decides nothing.
@NullMarked
package dev.suture.git;

import org.jspecify.annotations.NullMarked;

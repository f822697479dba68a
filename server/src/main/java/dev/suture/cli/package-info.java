/// The command line door: one command a file. Talks to a running server over its HTTP API.
@NullMarked
package dev.suture.cli;

import org.jspecify.annotations.NullMarked;

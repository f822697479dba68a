/// The Model Context Protocol door: one tool a file, over HTTP and over standard input and output.
/// Captured text leaves here only inside data blocks; it never reaches a sentence of our own.
@NullMarked
package dev.suture.mcp;

import org.jspecify.annotations.NullMarked;

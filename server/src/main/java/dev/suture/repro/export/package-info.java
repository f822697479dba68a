/// A reproduction as a test of the project's own: a Playwright test in TypeScript and the recorded
/// answers beside it as a HAR, to be committed with the fix.
///
/// Captured text stands in literals of the test and in the HAR, nowhere else: not in a comment, a
/// name of a file, or code.
@NullMarked
package dev.suture.repro.export;

import org.jspecify.annotations.NullMarked;

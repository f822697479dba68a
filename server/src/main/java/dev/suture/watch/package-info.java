/// The comparison of a deployment with what ran before it or runs beside it: e-processes, valid at
/// every look, and the verdict over them. Pure: counts in, verdict out, so that a watch can be
/// replayed from a file. It never touches production, asks for no time and reads no store.
@NullMarked
package dev.suture.watch;

import org.jspecify.annotations.NullMarked;

/// Whether a line of development has a fix, and how that is known: a ladder from ancestry to the
/// likeness of normalised hunks, and a look at what the line's tip holds. It reads a clone through
/// an interface of its own, keeps the evidence of each step, and never guesses where it is not
/// sure.
@NullMarked
package dev.suture.backport.presence;

import org.jspecify.annotations.NullMarked;

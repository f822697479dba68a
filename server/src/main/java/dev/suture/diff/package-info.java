/// What a hotfix changes, piece by piece: its files, hunks and lines, of what kind each is, how far
/// from the cause, and which of them the fix cannot do without. Pieces are only ever left out of
/// commits of our own; nothing is removed from a branch of yours. It runs no program and judges no
/// page: whether a commit is fixed is asked through `Trial`.
@NullMarked
package dev.suture.diff;

import org.jspecify.annotations.NullMarked;

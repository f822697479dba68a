/// Brings a fix to the lines that lack it: a cherry-pick or a merge in the bare clone, proposed as
/// a branch, or a task for whoever resolves it. It never writes a line itself, never a work tree,
/// and never a commit with a conflict in it.
@NullMarked
package dev.suture.carry;

import org.jspecify.annotations.NullMarked;

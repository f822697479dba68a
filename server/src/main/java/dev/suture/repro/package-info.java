/// Reproductions: a capture made into something that can be run again at any commit, the verdict of
/// its runs, and the proof that a hotfix mends what failed.
///
/// This room decides what counts as the same failure and how sure a verdict is. It starts no
/// browser and no process itself: a [dev.suture.repro.Rig] does, and tells what it saw. It never
/// takes silence for success: what could not be told is its own verdict.
@NullMarked
package dev.suture.repro;

import org.jspecify.annotations.NullMarked;

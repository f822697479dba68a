/// The shortest part of a captured reproduction that still shows its failure: three steps in place
/// of ninety.
///
/// It decides what is left out and when to stop asking; a [dev.suture.repro.Rig] runs each try.
/// What a run could not tell counts as not shown. Nothing of a capture is kept here but numbers and
/// ids.
@NullMarked
package dev.suture.repro.minimal;

import org.jspecify.annotations.NullMarked;

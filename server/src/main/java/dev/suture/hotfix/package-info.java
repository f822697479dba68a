/// The work from an issue to closed on every line: a state machine over facts from the repository.
/// It decides the next action and never runs git itself.
@NullMarked
package dev.suture.hotfix;

import org.jspecify.annotations.NullMarked;

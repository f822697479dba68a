/// Whose code failed: the owners that a project's rules and its repository's CODEOWNERS name for
/// the frames of an issue. It suggests and assigns; it decides nothing about people.
@NullMarked
package dev.suture.owner;

import org.jspecify.annotations.NullMarked;

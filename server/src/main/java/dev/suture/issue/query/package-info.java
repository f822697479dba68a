/// The language that issues and events are searched with: text, read into a tree of terms, checked
/// against what can be asked. It knows no storage; nothing a user writes becomes a pattern of a
/// machine other than the star of a `Glob`.
@NullMarked
package dev.suture.issue.query;

import org.jspecify.annotations.NullMarked;

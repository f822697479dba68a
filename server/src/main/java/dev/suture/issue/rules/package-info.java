/// What a project says about how its events are grouped: rules that name the fingerprint of an
/// event, rules that mark the frames of a stack, and prefixes of its own code. They are read from
/// text once, and hold for events that arrive afterwards; nothing here regroups what is kept.
@NullMarked
package dev.suture.issue.rules;

import org.jspecify.annotations.NullMarked;

/// Which issues of a project are likely one fault: by the frames of their stacks, in order and
/// weighed by how rare they are, and by the words of their messages. Proposes; decides nothing.
@NullMarked
package dev.suture.issue.similar;

import org.jspecify.annotations.NullMarked;

/// Lines of development as a graph: which there are, how long each is supported, where its users go
/// next, and what is settled by name. It reads what others bring; it asks no repository, and it
/// never judges whether a line has a fix.
@NullMarked
package dev.suture.line;

import org.jspecify.annotations.NullMarked;

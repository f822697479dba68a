/// A watched application: its keys, its repository and its lines of development. It knows nothing
/// of what happens in the application.
@NullMarked
package dev.suture.project;

import org.jspecify.annotations.NullMarked;

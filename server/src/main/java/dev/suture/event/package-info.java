/// One occurrence of an error, normalised to our own model, with its frames mapped to source. It
/// knows no protocol and no storage.
@NullMarked
package dev.suture.event;

import org.jspecify.annotations.NullMarked;

/// Source maps that a build uploads in pieces: chunks named by their checksum, joined to a bundle,
/// whose maps go into the artifact store. It knows no bundle format and trusts no name that a
/// bundle holds.
@NullMarked
package dev.suture.event.upload;

import org.jspecify.annotations.NullMarked;

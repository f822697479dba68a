/// Source maps after ECMA-426: decoding, lookup, and the mapping of a minified frame to its source.
/// It reads uploaded maps only and never fetches from an address that an event names.
@NullMarked
package dev.suture.sourcemap;

import org.jspecify.annotations.NullMarked;

/// Reads JavaScript and TypeScript, with JSX, inside Vue and HTML as well, into the nodes that
/// `cause.flow` follows values through. It forgives broken text, and it never runs any.
@NullMarked
package dev.suture.syntax;

import org.jspecify.annotations.NullMarked;

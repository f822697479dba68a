/// The one JSON mapper of the product and the limits that it reads with.
@NullMarked
package dev.suture.json;

import org.jspecify.annotations.NullMarked;

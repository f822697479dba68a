/// How well presence is known: on real histories whose messages tell the truth, hidden from the
/// detector, beside plain git; and on generated ones.
@NullMarked
package dev.suture.bench.backport;

import org.jspecify.annotations.NullMarked;

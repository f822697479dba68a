/// Seeded simulations of deployments, for the watch and its peers on the same streams.
@NullMarked
package dev.suture.bench.watch;

import org.jspecify.annotations.NullMarked;

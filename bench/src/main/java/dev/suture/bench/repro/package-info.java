/// Whether captured failures are reproduced: seeded faults of real applications, each run in a real
/// browser at the commit that was live and at the one that mends it.
@NullMarked
package dev.suture.bench.repro;

import org.jspecify.annotations.NullMarked;

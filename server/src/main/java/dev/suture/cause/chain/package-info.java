/// Why an issue fails: the chain from what the user did over the answer that held a bad value to
/// the expression that threw, each link with its evidence. Where evidence lacks, it says so.
@NullMarked
package dev.suture.cause.chain;

import org.jspecify.annotations.NullMarked;

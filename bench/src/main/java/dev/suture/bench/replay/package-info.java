/// Real backports made again without a person, and held against what people made of them.
@NullMarked
package dev.suture.bench.replay;

import org.jspecify.annotations.NullMarked;

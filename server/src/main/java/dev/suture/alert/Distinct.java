package dev.suture.alert;

/// How many different things were added, in 256 bytes: for each group of hashes the longest run of
/// zeros that was seen, and while few were seen, how many groups are still empty.
final class Distinct {
  private static final int BITS = 8;
  private static final int GROUPS = 1 << BITS;
  private static final double ALPHA = 0.7213 / (1 + 1.079 / GROUPS);

  private final byte[] longest = new byte[GROUPS];

  void add(long hash) {
    int group = (int) (hash >>> (Long.SIZE - BITS));
    int run = Long.numberOfLeadingZeros(hash << BITS | 1L << (BITS - 1)) + 1;
    if (run > longest[group]) {
      longest[group] = (byte) run;
    }
  }

  void add(Distinct other) {
    for (int i = 0; i < GROUPS; i++) {
      longest[i] = (byte) Math.max(longest[i], other.longest[i]);
    }
  }

  long count() {
    double sum = 0;
    int empty = 0;
    for (byte run : longest) {
      sum += Math.scalb(1.0, -run);
      empty += run == 0 ? 1 : 0;
    }
    double estimate = ALPHA * GROUPS * GROUPS / sum;
    return Math.round(
        estimate <= 2.5 * GROUPS && empty > 0
            ? GROUPS * Math.log((double) GROUPS / empty)
            : estimate);
  }
}

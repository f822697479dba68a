package dev.suture.bench.watch;

/// The generator MT19937 of Matsumoto and Nishimura, seeded by one number, which published examples
/// were made with.
final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;

  private final int[] state = new int[N];
  private int at = N;

  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1_812_433_253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
  }

  private int next() {
    if (at == N) {
      for (int i = 0; i < N; i++) {
        int y = state[i] & 0x8000_0000 | state[(i + 1) % N] & 0x7fff_ffff;
        state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908_b0df);
      }
      at = 0;
    }
    int y = state[at++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c_5680;
    y ^= y << 15 & 0xefc6_0000;
    return y ^ y >>> 18;
  }

  /// 53 random bits, from 0 to below 1.
  double nextDouble() {
    long high = next() >>> 5;
    long low = next() >>> 6;
    return (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0;
  }
}

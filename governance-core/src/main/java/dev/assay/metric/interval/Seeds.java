package dev.assay.metric.interval;

import java.nio.charset.StandardCharsets;

/// Seeds of independent streams of random numbers, from one seed and a name. The same on every
/// machine.
public final class Seeds {

  private static final long PRIME = 0x100000001b3L;

  private Seeds() {}

  /// The seed of the stream that belongs to these names, for instance slice and metric.
  public static long derive(long seed, String... names) {
    long hash = mix(seed);
    for (String name : names) {
      for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ (b & 0xff)) * PRIME;
      }
      hash = mix(hash + 1);
    }
    return hash;
  }

  /// The finaliser of SplitMix64.
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

package dev.assay.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SliceKeyTest {

  @Test
  void keysOfManyCrossingsHardlyShareAHash() {
    Set<Integer> hashes = new HashSet<>();
    int keys = 0;
    for (int a = 0; a < 100; a++) {
      for (int b = 0; b < 100; b++) {
        TreeMap<String, String> conditions = new TreeMap<>();
        conditions.put("a", "a" + a);
        conditions.put("b", "b" + b);
        hashes.add(new SliceKey(conditions).hashCode());
        keys++;
      }
    }
    assertThat(hashes.size()).isGreaterThan((int) (0.99 * keys));
  }

  @Test
  void equalKeysHaveEqualHashesWhenAValueIsMissing() {
    assertThat(SliceKey.of("sex", null)).isEqualTo(SliceKey.of("sex", null));
    assertThat(SliceKey.of("sex", null)).hasSameHashCodeAs(SliceKey.of("sex", null));
    assertThat(SliceKey.of("sex", null)).isNotEqualTo(SliceKey.of("sex", ""));
    assertThat(SliceKey.WHOLE).hasSameHashCodeAs(new SliceKey(new TreeMap<>()));
  }
}

package dev.assay.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void isValidAgreesWithTheJavaDecoder() {
    Random random = new Random(5);
    int valid = 0;
    for (int round = 0; round < 100_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(5)];
      random.nextBytes(bytes);
      if (round % 2 == 0) {
        int c = random.nextInt(0x110000);
        bytes = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] ^= (byte) (random.nextInt(4) == 0 ? 0x40 : 0);
      }
      boolean expected = decodes(bytes);
      assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(expected);
      valid += expected ? 1 : 0;
    }
    assertThat(valid).isBetween(20_000, 90_000);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

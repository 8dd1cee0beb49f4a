package dev.assay.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellLexerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          INTEGER | 0
          INTEGER | -17
          INTEGER | ` 42 `
          INTEGER | 9223372036854775807
          LONG_INTEGER | 9223372036854775808
          LONG_INTEGER | -9223372036854775808
          LONG_INTEGER | 123456789012345678901
          ZERO_LED | 007
          ZERO_LED | -01
          WHOLE_DECIMAL | 25.0
          WHOLE_DECIMAL | 5.
          DECIMAL | 0.25
          DECIMAL | .5
          DECIMAL | -1e-5
          DECIMAL | 1E5
          DECIMAL | +1.5
          TEXT | +15
          TEXT | 00.5
          TEXT | 1e999
          TEXT | 0x10
          TEXT | 1_000
          TEXT | 1.2.3
          TEXT | 12-34
          TEXT | -
          TEXT | .
          TEXT | e5
          TEXT | 1e
          COMMA_DECIMAL | 0,25
          COMMA_DECIMAL | 1,5e-1
          COMMA_DECIMAL | -0,125
          COMMA_THOUSANDS | 1,234
          TEXT | 1,234,567
          NOT_A_NUMBER | NaN
          INFINITE | -Infinity
          INFINITE | inf
          TEXT | Nancy
          TEXT | NA
          DATE | 2024-02-29
          TEXT | 2023-02-29
          TEXT | 2024-13-01
          TEXT | 0000-00-00
          TEXT | 2024-1-1
          DATETIME | 2011-01-01 00:00:00
          DATETIME | 2011-01-01T00:00
          DATETIME | 2011-01-01T00:00:00.123456Z
          DATETIME | 2011-01-01 23:59:59+02:00
          TEXT | 2024-02-29T23:59:60Z
          TEXT | 2011-01-01T24:00:00
          TEXT | 01/02/2024
          TEXT | true
          """)
  void kindIsWhatTheCharactersSay(CellKind kind, String cell) {
    assertThat(kind(cell)).as(cell).isEqualTo(kind);
  }

  @Test
  void kindTellsMissingFromBlank() {
    assertThat(kind("")).isEqualTo(CellKind.MISSING);
    assertThat(kind(" \t")).isEqualTo(CellKind.BLANK);
  }

  @Test
  void kindAgreesWithJavaOnNumbersAndDays() {
    Random random = new Random(3);
    String alphabet = "0123456789.-eE";
    int numbers = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 1 + random.nextInt(7); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String cell = text.toString();
      CellKind kind = kind(cell);
      boolean number =
          switch (kind) {
            case INTEGER, ZERO_LED, WHOLE_DECIMAL, DECIMAL -> true;
            default -> false;
          };
      if (number) {
        numbers++;
        new BigDecimal(cell);
        assertThat(kind == CellKind.INTEGER || kind == CellKind.WHOLE_DECIMAL)
            .as(cell)
            .isEqualTo(!cell.matches(".*[eE].*") && cell.matches("-?(0|[1-9]\\d*)(\\.0*)?"));
      }
    }
    assertThat(numbers).isGreaterThan(20_000);
    for (int day = -800_000; day < 800_000; day += 37) {
      LocalDate date = LocalDate.ofEpochDay(day);
      if (date.getYear() > 0 && date.getYear() < 10_000) {
        assertThat(kind(date.toString())).isEqualTo(CellKind.DATE);
      }
    }
    for (int i = 0; i < 20_000; i++) {
      String text =
          String.format(
              "%04d-%02d-%02d", random.nextInt(3000), random.nextInt(15), random.nextInt(34));
      assertThat(kind(text) == CellKind.DATE).as(text).isEqualTo(isDay(text));
    }
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static CellKind kind(String cell) {
    byte[] bytes = ("x" + cell + "y").getBytes(StandardCharsets.UTF_8);
    return CellLexer.kind(bytes, 1, bytes.length - 1);
  }
}

package dev.assay.app.gui.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowWindowTest {

  @Test
  void windowStaysWithinTheRowsAndMovesAsLittleAsNeeded() {
    RowWindow window = new RowWindow();
    window.total(5_000_000);
    window.height(20);

    window.reveal(19);
    assertThat(window.first()).isZero();
    window.reveal(20);
    assertThat(window.first()).isEqualTo(1);
    window.move(Integer.MAX_VALUE);
    assertThat(window.first()).isEqualTo(4_999_980).isEqualTo(window.last());
    assertThat(window.end()).isEqualTo(5_000_000);
    window.move(-30);
    window.height(60);
    assertThat(window.first()).isEqualTo(4_999_940);
    window.begin(-5);
    assertThat(window.first()).isZero();
    window.total(3);
    assertThat(window.end()).isEqualTo(3);
    assertThat(window.last()).isZero();
  }
}

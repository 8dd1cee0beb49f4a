package dev.assay.app.gui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LogBookTest {

  @Test
  void entriesHoldMessageSourceAndStackWhenSomethingFailed() {
    try (LogBook book = LogBook.open()) {
      Logger logger = Logger.getLogger("dev.assay.app.gui.log.Somebody");
      logger.log(Level.WARNING, "lost {0} of {1}", new Object[] {3, 7});
      logger.log(Level.SEVERE, "broken", new IllegalStateException("why"));

      assertThat(book.entries())
          .extracting(LogBook.Entry::message)
          .containsSubsequence("lost 3 of 7", "broken");
      LogBook.Entry last = book.entries().getLast();
      assertThat(last.source()).isEqualTo("Somebody");
      assertThat(last.details()).contains("IllegalStateException: why");
    }
  }

  @Test
  void entriesKeepTheLatestWhenThereAreMany() {
    try (LogBook book = LogBook.open()) {
      Logger logger = Logger.getLogger("dev.assay.app.gui.log.Talker");
      logger.setUseParentHandlers(false);
      logger.addHandler(book);
      for (int i = 0; i < 2_500; i++) {
        logger.info("message " + i);
      }
      logger.removeHandler(book);
      assertThat(book.entries()).hasSize(2_000);
      assertThat(book.entries().getLast().message()).isEqualTo("message 2499");
    }
  }
}

package dev.assay.app.gui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private final Commands commands = new Commands();

  @Test
  void findPutsTheBestFittingCommandFirst() {
    commands.add("a", Command.Group.FILE, "Open a model or dataset", null, () -> {});
    commands.add("b", Command.Group.RUN, "Record an audit of this run", null, () -> {});
    commands.add("c", Command.Group.GO, "Audits", null, () -> {});

    assertThat(commands.find("aud")).extracting(Command::id).first().isEqualTo("c");
    assertThat(commands.find("omd")).extracting(Command::id).containsExactly("a");
    assertThat(commands.find("zzz")).isEmpty();
    assertThat(commands.find("")).hasSize(3);
  }

  @Test
  void performDoesNothingWhileThereIsAHindrance() {
    AtomicInteger done = new AtomicInteger();
    SimpleStringProperty hindrance = new SimpleStringProperty("Open a run first.");
    Command command =
        commands.add("x", Command.Group.RUN, "Do", null, hindrance, done::incrementAndGet);

    command.perform();
    assertThat(done).hasValue(0);
    hindrance.set("");
    command.perform();
    assertThat(done).hasValue(1);
  }

  @Test
  void addRefusesKeysThatAreTaken() {
    commands.add("a", Command.Group.FILE, "One", "Shortcut+K", () -> {});
    assertThatThrownBy(() -> commands.add("b", Command.Group.FILE, "Two", "Shortcut+K", () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b");
  }

  @Test
  void commandLineQuotesWhatAShellWouldRead() {
    assertThat(CommandLineText.of(List.of("inspect", "my data's $x.csv")))
        .isEqualTo("assay inspect 'my data'\\''s $x.csv'");
    assertThat(CommandLineText.of(List.of("evaluate", "--data", "/tmp/a-b_c.csv", "--depth", "2")))
        .isEqualTo("assay evaluate --data /tmp/a-b_c.csv --depth 2");
  }
}

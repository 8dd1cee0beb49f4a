package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every usage error points to.
class HelpOptionTest {

  @Test
  void everyCommandAndItsCommandsExplainThemselves() {
    Deque<List<String>> waiting = new ArrayDeque<>(List.of(List.of()));
    int explained = 0;
    while (!waiting.isEmpty()) {
      List<String> command = waiting.pop();
      List<String> args = new ArrayList<>(command);
      args.add("--help");
      Cli help = Cli.run(args);
      assertThat(help.exitCode()).as("%s", args).isZero();
      assertThat(help.out())
          .as("%s", args)
          .startsWith(String.join(" ", prefixed(command)))
          .contains("-h, --help");
      explained++;
      for (String inner : commands(help.out())) {
        List<String> next = new ArrayList<>(command);
        next.add(inner);
        waiting.push(next);
      }
    }
    assertThat(explained).isGreaterThan(30);
  }

  private static List<String> prefixed(List<String> command) {
    List<String> usage = new ArrayList<>(List.of("Usage:", "assay"));
    usage.addAll(command);
    return usage;
  }

  /// Names in the list of commands: two blanks, the name.
  private static List<String> commands(String help) {
    int at = help.indexOf("Commands:\n");
    if (at < 0) {
      return List.of();
    }
    return help.substring(at)
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .filter(line -> line.matches("  [a-z].*"))
        .map(line -> line.strip().split("[ ,]", 2)[0])
        .filter(name -> !name.equals("help"))
        .toList();
  }
}

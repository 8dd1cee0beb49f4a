package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.compare.ModelChange;
import dev.assay.compare.ModelDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Says in what two models differ, without running them.
@Command(
    name = "diff",
    description =
        "In what two models differ, without running them: sizes, files, graph, weights,"
            + " configuration and tokenizer.",
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {

  private static final int LISTED = 12;
  private static final int LONGEST = 160;

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(index = "0", paramLabel = "M1", description = "A model: file, folder or zip.")
  Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "M2", description = "Another, or a later form of it.")
  Path second = Path.of("");

  private final CommandContext context;

  DiffCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    ModelDifference difference;
    try (Running running = new Running(context, output)) {
      difference =
          context
              .wiring()
              .diffModels()
              .diff(first, second, running.progress(), running.cancellation());
    }
    output.jsonText(difference.json());
    output.say("1  " + Visible.of(difference.first().fileName(), LONGEST));
    output.say("2  " + Visible.of(difference.second().fileName(), LONGEST));
    output.say("");
    output.say(difference.headline());
    for (ModelChange.Part part : ModelChange.Part.values()) {
      print(output, part, difference.of(part));
    }
    return ExitCode.DONE.number();
  }

  private static void print(Output output, ModelChange.Part part, List<ModelChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    output.say("");
    output.say(part.title() + " (" + changes.size() + ")");
    for (ModelChange change : changes.stream().limit(LISTED).toList()) {
      String name = "  " + sign(change) + " " + Visible.of(change.what(), LONGEST);
      if (change.first() != null) {
        output.say(name + ": " + Visible.of(change.first(), LONGEST));
        name = "  " + " ".repeat(2);
      }
      if (change.second() != null) {
        output.say(
            name + (change.first() == null ? ": " : "now ") + Visible.of(change.second(), LONGEST));
      }
    }
    if (changes.size() > LISTED) {
      output.say("  … and " + (changes.size() - LISTED) + " more; --json lists all");
    }
  }

  private static String sign(ModelChange change) {
    return change.first() == null ? "+" : change.second() == null ? "−" : "~";
  }
}

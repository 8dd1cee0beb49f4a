package dev.assay.app.gui.shell;

import dev.assay.usecase.Examination;
import java.util.stream.Collectors;

/// The machine in a few words.
final class MachineWords {

  private MachineWords() {}

  /// "CPU, 8 threads", with graphics processors where they are used.
  static String device(Examination machine) {
    String others =
        machine.devices().stream()
            .filter(d -> d.usable() && !d.kind().equals("cpu"))
            .map(d -> " · " + d.name())
            .collect(Collectors.joining());
    return "CPU, " + machine.machine().processors() + " threads" + others;
  }

  /// How well the worker that reads files is confined.
  static String isolation(Examination machine) {
    return "Isolation " + machine.worker().level();
  }
}

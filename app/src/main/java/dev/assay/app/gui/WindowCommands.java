package dev.assay.app.gui;

import dev.assay.app.gui.command.Command.Group;
import dev.assay.app.gui.command.CommandLineText;
import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.gui.theme.Themes;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// Registers what can be done in the window; menus, palette, buttons and the list of keys come from
/// here.
final class WindowCommands {

  private static final double STEP = 0.1;
  private static final int TABS = 9;

  private final Session session;
  private final Navigator navigator;
  private final Commands commands;
  private final Themes themes;
  private final Stage stage;
  private final Acts acts;

  /// What commands do that is not theirs to know.
  ///
  /// @param open opens files
  /// @param sample opens and evaluates the sample
  /// @param audit begins an audit of a run
  /// @param workspace opens another workspace
  /// @param palette opens the list of commands
  /// @param resetLayout puts everything where it stood the first time
  /// @param shown the screen that fills the window
  record Acts(
      java.util.function.Consumer<List<Path>> open,
      Runnable sample,
      java.util.function.Consumer<String> audit,
      java.util.function.Consumer<Path> workspace,
      Runnable palette,
      Runnable resetLayout,
      ObservableValue<@Nullable Screen> shown) {}

  WindowCommands(
      Session session,
      Navigator navigator,
      Commands commands,
      Themes themes,
      Stage stage,
      Acts acts) {
    this.session = session;
    this.navigator = navigator;
    this.commands = commands;
    this.themes = themes;
    this.stage = stage;
    this.acts = acts;
  }

  void register() {
    file();
    run();
    go();
    view();
    help();
  }

  private void file() {
    commands.add("file.open", Group.FILE, "Open a model or dataset …", "Shortcut+O", this::ask);
    commands.add("file.sample", Group.FILE, "Open the sample", null, acts.sample());
    commands.add(
        "file.workspace", Group.FILE, "Open a workspace …", "Shortcut+Shift+O", this::askWorkspace);
    commands.add(
        "report.export",
        Group.FILE,
        "Export",
        "Shortcut+E",
        unless(
            place -> place instanceof Place.Audit,
            "Open an audit first: its documents are exported."),
        () -> fire("#export-audit"));
    commands.add(
        "view.command",
        Group.FILE,
        "Copy as command",
        "Shortcut+Shift+C",
        hasNoCommand(),
        this::copyCommand);
    commands.add(
        "file.quit",
        Group.FILE,
        "Quit Assay",
        "Shortcut+Q",
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private void run() {
    commands.add(
        "run.new", Group.RUN, "Evaluate", "Shortcut+R", () -> navigator.go(new Place.Evaluate()));
    commands.add(
        "run.cancel",
        Group.RUN,
        "Cancel what runs",
        "Shortcut+PERIOD",
        nothingRuns(),
        () -> session.tasks().running().forEach(item -> item.cancellation().cancel()));
    commands.add(
        "run.audit",
        Group.RUN,
        "Record an audit of this run …",
        "Shortcut+Shift+R",
        unless(place -> place instanceof Place.Run, "Open a run first."),
        () -> {
          if (navigator.place().get() instanceof Place.Run run) {
            acts.audit().accept(run.id());
          }
        });
    commands.add(
        "run.compare",
        Group.RUN,
        "Compare runs …",
        "Shortcut+Shift+D",
        () -> navigator.go(compared()));
    commands.add(
        "card.edit",
        Group.RUN,
        "Write the model card of this audit",
        null,
        Bindings.createStringBinding(
            () ->
                navigator.place().get() instanceof Place.Audit
                    ? ""
                    : "Open an audit first: a card belongs to an audit.",
            navigator.place()),
        this::writeCard);
  }

  private void writeCard() {
    if (navigator.place().get() instanceof Place.Audit audit) {
      navigator.go(new Place.Card(audit.id()));
    }
  }

  /// The run that is shown as challenger, or none yet.
  private Place compared() {
    return new Place.Compare("", navigator.place().get() instanceof Place.Run run ? run.id() : "");
  }

  private void go() {
    go("start", "Start", new Place.Start(), "Alt+DIGIT0");
    go("models", "Models", new Place.Models(), "Alt+DIGIT1");
    go("datasets", "Datasets", new Place.Datasets(), "Alt+DIGIT2");
    go("runs", "Runs", new Place.Runs(), "Alt+DIGIT3");
    go("audits", "Audits", new Place.Audits(), "Alt+DIGIT4");
    go("policies", "Policies", new Place.Policies(), "Alt+DIGIT5");
    go("ledger", "Ledger", new Place.Ledger(), "Alt+DIGIT6");
    commands.add(
        "go.regimes",
        Group.GO,
        "Regimes: evidence for laws and standards",
        "Alt+DIGIT7",
        () -> navigator.go(new Place.Regimes(auditShown(), "")));
    commands.add(
        "go.bias",
        Group.GO,
        "Local Law 144: bias audit and published summary",
        null,
        () -> navigator.go(new Place.BiasAudit(auditShown())));
    commands.add(
        "go.back",
        Group.GO,
        "Back",
        "Alt+LEFT",
        Bindings.createStringBinding(
            () -> navigator.canGoBack() ? "" : "There is nowhere to go back to.",
            navigator.place()),
        navigator::back);
    commands.add(
        "go.forward",
        Group.GO,
        "Forward",
        "Alt+RIGHT",
        Bindings.createStringBinding(
            () -> navigator.canGoForward() ? "" : "There is nowhere to go forward to.",
            navigator.place()),
        navigator::forward);
    commands.add("go.filter", Group.GO, "Filter what is shown", "Shortcut+F", this::filter);
    for (int tab = 1; tab <= TABS; tab++) {
      int index = tab - 1;
      commands.add(
          "go.tab" + tab, Group.GO, "Tab " + tab, "Shortcut+DIGIT" + tab, () -> tab(index));
    }
  }

  private void view() {
    commands.add("view.palette", Group.VIEW, "Search commands", "Shortcut+Shift+P", acts.palette());
    commands.add("view.larger", Group.VIEW, "Larger type", "Shortcut+PLUS", () -> scale(STEP));
    commands.add("view.smaller", Group.VIEW, "Smaller type", "Shortcut+MINUS", () -> scale(-STEP));
    commands.add(
        "view.usual",
        Group.VIEW,
        "Usual size of type",
        "Shortcut+DIGIT0",
        () -> themes.scale().set(1));
    commands.add(
        "view.look",
        Group.VIEW,
        "Switch between light and dark",
        "Shortcut+Shift+L",
        this::switchLook);
    commands.add("view.reset", Group.VIEW, "Reset the layout", null, acts.resetLayout());
    go("log", "Log", new Place.Log(), "Shortcut+L");
    go("settings", "Settings", new Place.Preferences(), "Shortcut+COMMA");
  }

  private void help() {
    commands.add(
        "help.glossary",
        Group.HELP,
        "Glossary of metrics",
        "F1",
        () -> navigator.go(new Place.Glossary("")));
    commands.add(
        "help.guide", Group.HELP, "User guide", null, () -> navigator.go(new Place.Help("index")));
    commands.add(
        "help.keys",
        Group.HELP,
        "Keys",
        "Shortcut+SLASH",
        () -> navigator.go(new Place.Shortcuts()));
  }

  /// The audit that is shown, "" for none.
  private String auditShown() {
    return navigator.place().get() instanceof Place.Audit audit ? audit.id() : "";
  }

  private void go(String id, String title, Place place, String keys) {
    commands.add("go." + id, Group.GO, title, keys, () -> navigator.go(place));
  }

  private ObservableStringValue unless(Predicate<Place> fits, String hindrance) {
    return Bindings.createStringBinding(
        () -> fits.test(navigator.place().get()) ? "" : hindrance, navigator.place());
  }

  private ObservableStringValue nothingRuns() {
    return Bindings.createStringBinding(
        () -> session.tasks().running().isEmpty() ? "Nothing runs." : "",
        session.tasks().running());
  }

  private ObservableStringValue hasNoCommand() {
    return Bindings.createStringBinding(
        () -> command().isEmpty() ? "This screen has no twin on the command line." : "",
        acts.shown());
  }

  private List<String> command() {
    Screen now = acts.shown().getValue();
    return now == null ? List.of() : now.command();
  }

  private void copyCommand() {
    Clipboards.text(CommandLineText.of(command()));
    session.tasks().tell("The command is on the clipboard.");
  }

  private void ask() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a model or dataset");
    List<File> chosen = chooser.showOpenMultipleDialog(stage);
    if (chosen != null) {
      acts.open().accept(chosen.stream().map(File::toPath).toList());
    }
  }

  private void askWorkspace() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a workspace, or name a new one");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Workspace", "*.assay"));
    chooser.setInitialFileName("workspace.assay");
    File chosen = chooser.showSaveDialog(stage);
    if (chosen != null) {
      acts.workspace().accept(chosen.toPath());
    }
  }

  private void fire(String selector) {
    if (stage.getScene().getRoot().lookup(selector) instanceof ButtonBase button) {
      button.fire();
    }
  }

  private void filter() {
    onScreen()
        .flatMap(
            screen ->
                screen.lookupAll(".text-field").stream()
                    .filter(
                        n -> n instanceof TextField && String.valueOf(n.getId()).endsWith("filter"))
                    .filter(WindowCommands::isShown)
                    .findFirst())
        .ifPresent(Node::requestFocus);
  }

  private void tab(int index) {
    onScreen()
        .flatMap(
            screen ->
                screen.lookupAll(".tab-pane").stream().filter(WindowCommands::isShown).findFirst())
        .ifPresent(
            node -> {
              if (node instanceof TabPane tabs && index < tabs.getTabs().size()) {
                tabs.getSelectionModel().select(index);
              }
            });
  }

  private Optional<Node> onScreen() {
    return Optional.ofNullable(acts.shown().getValue()).map(Screen::node);
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void scale(double step) {
    themes.scale().set(Math.clamp(Math.round((themes.scale().get() + step) * 10) / 10.0, 0.8, 2.0));
  }

  private void switchLook() {
    themes.choice().set(themes.look().get() == Look.DARK ? LookChoice.LIGHT : LookChoice.DARK);
  }
}

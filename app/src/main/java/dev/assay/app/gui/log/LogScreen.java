package dev.assay.app.gui.log;

import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.common.Visible;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The latest messages, the latest first, with the stack of a failure below.
public final class LogScreen {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int LONGEST = 600;

  private LogScreen() {}

  /// @param book where messages are kept
  public static Screen of(LogBook book) {
    TableView<LogBook.Entry> table = Tables.of("Log", "Nothing was written yet.");
    table.setId("log-table");
    table.getColumns().add(Tables.text("Time", 120, e -> TIME.format(e.when())));
    table.getColumns().add(Tables.text("Level", 100, e -> e.level().getName()));
    table.getColumns().add(Tables.text("Source", 160, e -> Visible.of(e.source(), 60)));
    table.getColumns().add(Tables.text("Message", 700, e -> Visible.of(e.message(), LONGEST)));
    TextArea details = new TextArea();
    details.setEditable(false);
    details.getStyleClass().add("code-area");
    details.setAccessibleText("Message and stack");
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(e -> details.setText(e == null ? "" : e.message() + "\n" + e.details()));
    Runnable read =
        () -> table.setItems(FXCollections.observableArrayList(book.entries().reversed()));
    read.run();
    Button again = new Button("Read again");
    again.setOnAction(event -> read.run());
    Button copy = new Button("Copy everything");
    copy.setOnAction(event -> Clipboards.text(text(book.entries())));
    HBox acts = new HBox(10, again, copy);
    acts.setAlignment(Pos.CENTER_LEFT);
    SplitPane both = new SplitPane(table, details);
    both.setOrientation(javafx.geometry.Orientation.VERTICAL);
    both.setDividerPositions(0.7);
    both.setId("log-split");
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox page = new VBox(12, Parts.heading("Log", "kept until the window closes"), acts, both);
    page.getStyleClass().add("page");
    return new SimpleScreen(List.of("Log"), page);
  }

  private static String text(List<LogBook.Entry> entries) {
    return entries.stream()
        .map(
            e ->
                TIME.format(e.when())
                    + " "
                    + e.level().getName()
                    + " "
                    + e.source()
                    + ": "
                    + e.message()
                    + (e.details().isEmpty() ? "" : "\n" + e.details()))
        .collect(Collectors.joining("\n"));
  }
}

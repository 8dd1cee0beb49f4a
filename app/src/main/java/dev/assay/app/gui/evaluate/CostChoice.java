package dev.assay.app.gui.evaluate;

import dev.assay.usecase.CostAsked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Whether the cost of the model is measured, and what it is held against.
public final class CostChoice {

  private static final int LONGEST = 15;

  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
  private final ObservableList<Path> prices = FXCollections.observableArrayList();
  private final StringProperty monthly = new SimpleStringProperty(this, "monthly", "");
  private final StringProperty budget = new SimpleStringProperty(this, "budget", "");

  /// Whether it is measured.
  public BooleanProperty wanted() {
    return wanted;
  }

  /// The user's price sheets; empty = the examples that come with Assay.
  public ObservableList<Path> prices() {
    return prices;
  }

  /// Predictions a month as they were typed, empty = not said.
  public StringProperty monthly() {
    return monthly;
  }

  /// Most milliseconds a prediction as they were typed, empty = not said.
  public StringProperty budget() {
    return budget;
  }

  /// Everything that can be chosen.
  List<Observable> chosen() {
    return List.of(wanted, prices, monthly, budget);
  }

  /// Takes over what was asked before.
  void repeat(@Nullable CostAsked asked) {
    wanted.set(asked != null);
    prices.setAll(asked == null ? List.of() : asked.prices());
    monthly.set(asked == null || asked.monthly() == null ? "" : asked.monthly().toString());
    Double millis = asked == null ? null : asked.latencyBudgetMillis();
    budget.set(millis == null ? "" : shown(millis));
  }

  /// Why it cannot be measured like this; empty when it can.
  ///
  /// @param model whether a model is chosen
  String hindrance(boolean model) {
    if (!wanted.get()) {
      return "";
    }
    if (!model) {
      return "Cost needs a model.";
    }
    if (!monthly.get().isBlank() && !isLoad(monthly.get().strip())) {
      return "Load: 1 or more.";
    }
    return budget.get().isBlank() || isTime(budget.get().strip()) ? "" : "Budget: above 0 ms.";
  }

  /// What is asked, null = nothing.
  @Nullable CostAsked asked() {
    if (!hindrance(true).isEmpty() || !wanted.get()) {
      return null;
    }
    return new CostAsked(
        List.copyOf(prices),
        monthly.get().isBlank() ? null : Long.valueOf(monthly.get().strip()),
        budget.get().isBlank() ? null : Double.valueOf(budget.get().strip()));
  }

  /// The words that ask for it on the command line.
  List<String> words() {
    CostAsked asked = asked();
    if (asked == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("--cost"));
    if (!prices.isEmpty()) {
      words.add("--prices");
      words.add(String.join(",", prices.stream().map(Path::toString).toList()));
    }
    if (asked.monthly() != null) {
      words.addAll(List.of("--monthly", asked.monthly().toString()));
    }
    if (asked.latencyBudgetMillis() != null) {
      words.addAll(List.of("--latency-budget", shown(asked.latencyBudgetMillis())));
    }
    return List.copyOf(words);
  }

  private static boolean isLoad(String text) {
    return text.matches("[1-9]\\d{0," + (LONGEST - 1) + "}");
  }

  private static boolean isTime(String text) {
    return text.length() <= LONGEST
        && text.matches("\\d+(\\.\\d+)?")
        && Double.parseDouble(text) > 0;
  }

  private static String shown(double millis) {
    return millis == Math.rint(millis)
        ? String.format(Locale.ROOT, "%.0f", millis)
        : String.valueOf(millis);
  }
}

package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.common.AssayException;
import dev.assay.dataset.Dataset;
import dev.assay.model.ModelSpec;
import dev.assay.model.ModelSpecs;
import dev.assay.model.OutputMeaning;
import dev.assay.usecase.ForecastAsked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// How forecasts are measured: those of a model whose description says that it makes some, or
/// without a model those that the table holds.
public final class ForecastChoice {

  private static final String PREFIX = "forecast_";
  private static final Pattern STEP = Pattern.compile(PREFIX + "\\d+(_q[0-9.]+)?");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

  private final ReadOnlyBooleanWrapper forecast = new ReadOnlyBooleanWrapper(this, "forecast");
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(this, "held");
  private final ObjectProperty<@Nullable String> series =
      new SimpleObjectProperty<>(this, "series");
  private final ObjectProperty<@Nullable String> order = new SimpleObjectProperty<>(this, "order");
  private final StringProperty prefix = new SimpleStringProperty(this, "prefix", PREFIX);
  private final StringProperty from = new SimpleStringProperty(this, "from", "");
  private final StringProperty season = new SimpleStringProperty(this, "season", "");

  /// Whether forecasts are measured.
  public ReadOnlyBooleanProperty forecast() {
    return forecast.getReadOnlyProperty();
  }

  /// Whether the table holds them, and no model makes them.
  public ReadOnlyBooleanProperty held() {
    return held.getReadOnlyProperty();
  }

  /// Column that names the series, null = that of the model's windows, else one series.
  public ObjectProperty<@Nullable String> series() {
    return series;
  }

  /// Column of times, null = that of the model's windows, else the order of the rows.
  public ObjectProperty<@Nullable String> order() {
    return order;
  }

  /// How the columns begin that hold forecasts.
  public StringProperty prefix() {
    return prefix;
  }

  /// First row of each series that is measured as it was typed, empty = the first.
  public StringProperty from() {
    return from;
  }

  /// Rows of a season as they were typed, empty = one.
  public StringProperty season() {
    return season;
  }

  /// Everything that can be chosen.
  List<Observable> chosen() {
    return List.of(forecast, held, series, order, prefix, from, season);
  }

  /// Suits another model or dataset.
  void fit(@Nullable OpenModel model, @Nullable Dataset data) {
    List<String> columns = Offered.columns(data);
    held.set(model == null && columns.stream().anyMatch(c -> STEP.matcher(c).matches()));
    forecast.set(held.get() || (model != null && forecasts(model.file())));
    Offered.keep(series, columns);
    Offered.keep(order, columns);
  }

  private static boolean forecasts(Path model) {
    try {
      return ModelSpecs.beside(model).map(ModelSpecs::read).stream()
          .flatMap(spec -> spec.outputs().stream())
          .map(ModelSpec.Output::meaning)
          .anyMatch(meaning -> meaning == OutputMeaning.FORECASTS);
    } catch (AssayException unreadable) {
      // decision: the run says what is wrong with a description
      return false;
    }
  }

  /// Takes over what was asked before.
  void repeat(ForecastAsked asked) {
    series.set(asked.series());
    order.set(asked.order());
    if (asked.prefix() != null) {
      prefix.set(asked.prefix());
    }
    from.set(asked.from() == 1 ? "" : String.valueOf(asked.from()));
    season.set(asked.season() == 1 ? "" : String.valueOf(asked.season()));
  }

  /// Why they cannot be measured like this; empty when they can.
  String hindrance() {
    if (!forecast.get()) {
      return "";
    }
    if (held.get() && prefix.get().isBlank()) {
      return "Say how the columns begin that hold forecasts.";
    }
    String first = countFault(from.get());
    return !first.isEmpty() ? "Measured from: " + first : seasonFault();
  }

  private String seasonFault() {
    String wrong = countFault(season.get());
    return wrong.isEmpty() ? "" : "Season: " + wrong;
  }

  /// What is wrong with a count of rows as it was typed; empty when nothing is.
  static String countFault(String typed) {
    return typed.isBlank() || COUNT.matcher(typed.strip()).matches() ? "" : "1 or more.";
  }

  /// What is asked.
  ForecastAsked asked() {
    return forecast.get()
        ? new ForecastAsked(
            series.get(),
            order.get(),
            held.get() ? prefix.get().strip() : null,
            count(from.get()),
            count(season.get()))
        : ForecastAsked.USUAL;
  }

  private static int count(String typed) {
    return typed.isBlank() || !countFault(typed).isEmpty() ? 1 : Integer.parseInt(typed.strip());
  }

  /// The words that ask for it on the command line.
  List<String> words() {
    ForecastAsked asked = asked();
    List<String> words = new ArrayList<>();
    EvaluateWords.option(words, "--series", asked.series());
    EvaluateWords.option(words, "--order", asked.order());
    EvaluateWords.option(words, "--forecasts", asked.prefix());
    EvaluateWords.option(words, "--from", asked.from() == 1 ? null : asked.from());
    EvaluateWords.option(words, "--season", asked.season() == 1 ? null : asked.season());
    return List.copyOf(words);
  }
}

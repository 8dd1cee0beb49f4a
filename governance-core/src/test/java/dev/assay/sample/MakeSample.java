package dev.assay.sample;

import dev.assay.common.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes `resources/samples/lending`. Run it with the folder as argument; the same bytes come out
/// each time.
public final class MakeSample {

  static final long SEED = 20_261_124;
  static final int ROWS = 10_000;
  static final int TRAINING_ROWS = 6_000;
  static final int LATER_ROWS = 3_000;
  static final int TREES = 60;

  private MakeSample() {}

  /// Writes the sample.
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /// Writes every generated file into the folder.
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Planting planting = new Planting(SEED);
    List<Applicant> training =
        planting.biased(
            new Applicants(SEED + 1, Applicants.Economy.FIRST, "T").draw(TRAINING_ROWS));
    List<Applicant> data =
        new ArrayList<>(new Applicants(SEED + 2, Applicants.Economy.FIRST, "A").draw(ROWS));
    List<Integer> wrong = planting.wrongLabels(ROWS);
    wrong.forEach(
        row -> data.set(row - 1, data.get(row - 1).withRepaid(!data.get(row - 1).repaid())));
    List<Integer> copied = planting.copied(ROWS);
    for (int i = 0; i < copied.size(); i++) {
      int row = copied.get(i);
      data.set(row - 1, training.get(i * 97 % TRAINING_ROWS).withId(data.get(row - 1).id()));
    }
    wrong.removeAll(copied);
    List<Applicant> later =
        new Applicants(SEED + 3, Applicants.Economy.LATER, "L").draw(LATER_ROWS);
    csv(folder.resolve("lending.csv"), data);
    csv(folder.resolve("lending_train.csv"), training);
    csv(folder.resolve("lending_later.csv"), later);
    float[][] rows = Features.of(training);
    boolean[] labels = new boolean[training.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = training.get(i).repaid();
    }
    Files.write(
        folder.resolve("lending_gbdt.onnx"),
        SampleOnnx.boosted(Boosting.train(rows, labels, TREES)).toByteArray());
    Files.write(
        folder.resolve("lending_logreg.onnx"),
        SampleOnnx.logistic(LogisticRegression.train(rows, labels)).toByteArray());
    for (String name : List.of("lending", "lending_train", "lending_later")) {
      Files.writeString(
          folder.resolve(name + ".dataset.json"), Json.pretty(SampleSpecs.dataset(name)));
    }
    for (String name : List.of("lending_gbdt", "lending_logreg")) {
      Files.writeString(folder.resolve(name + ".model.json"), Json.pretty(SampleSpecs.model(name)));
    }
    Files.writeString(folder.resolve("planted.json"), Json.pretty(planted(wrong, copied)));
  }

  private static void csv(Path file, List<Applicant> applicants) throws IOException {
    List<String> lines = new ArrayList<>(List.of(String.join(",", Applicant.HEADER)));
    applicants.forEach(a -> lines.add(a.csv()));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static Map<String, Object> planted(List<Integer> wrong, List<Integer> copied) {
    Map<String, Object> planted = new LinkedHashMap<>();
    planted.put(
        "disparity",
        "women of 55 and over were often recorded as not repaying in the training data; neither women nor older people stand out by themselves");
    planted.put("disparity_slice", Map.of("age_group", "55 and over", "sex", "female"));
    planted.put("proxy", "leisure_index stands in for sex");
    planted.put("leak", "payment_reminders are sent after the decision and know the outcome");
    planted.put("wrong_labels_rows", wrong);
    planted.put("rows_from_training", copied);
    planted.put(
        "drift",
        "lending_later.csv: incomes a quarter higher; electronics loans 45 % instead of 20 %");
    planted.put("seed", SEED);
    return planted;
  }
}

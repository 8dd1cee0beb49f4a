package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.TagScheme;
import dev.assay.dataset.TagSpec;
import dev.assay.predictions.Predictions.TokenTags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The true tags of words and those that a model gave them.
final class TagAssembly {

  private static final Pattern BLANK = Pattern.compile(" ");
  private static final String UNREAD = "-";

  private final Dataset dataset;
  private final List<String> tags;
  private final PredictionsAssembly.WordAnswers answers;
  private final TrueTags source;

  private TagAssembly(
      Dataset dataset, TagSpec spec, List<String> tags, PredictionsAssembly.WordAnswers answers) {
    this.dataset = dataset;
    this.tags = tags;
    this.answers = answers;
    this.source =
        switch (spec.form()) {
          case WORDS -> new ListedTags(dataset, spec, tags);
          case SPANS -> new SpanTags(dataset, spec, tags);
        };
  }

  /// @param tags names of the model's tags
  /// @throws InputRejected when the dataset has tags that the model does not know
  static TokenTags of(
      Dataset dataset, TagSpec spec, List<String> tags, PredictionsAssembly.WordAnswers answers) {
    return new TagAssembly(dataset, spec, tags, answers).assemble(spec.scheme());
  }

  private TokenTags assemble(@Nullable TagScheme said) {
    int[] @Nullable [] truth = new int[dataset.rows()] @Nullable [];
    List<List<HiddenEntity>> hidden = new ArrayList<>(dataset.rows());
    TreeSet<String> strange = new TreeSet<>();
    RowWeights weights = RowWeights.of(dataset);
    Usable usable =
        Usable.of(
            dataset.rows(),
            row -> {
              TrueTags.Row read = source.row(row, strange);
              truth[row] = read.tags();
              hidden.add(read.hidden());
              return read.objection() != null
                  ? read.objection()
                  : answers.tags().isMissing(row)
                      ? "a score is not a finite number"
                      : weights.objection(row);
            });
    requireKnown(strange);
    List<int[]> kept =
        Arrays.stream(usable.rows()).mapToObj(row -> Objects.requireNonNull(truth[row])).toList();
    int[][] predicted = new int[kept.size()][];
    float[][] scores = new float[kept.size()][];
    for (int i = 0; i < predicted.length; i++) {
      predicted[i] = new int[kept.get(i).length];
      scores[i] = new float[kept.get(i).length];
      answered(usable.rows()[i], predicted[i], scores[i]);
    }
    return new TokenTags(
        usable.rows(),
        weights.of(usable),
        usable.excluded(),
        tags,
        said == null ? source.scheme(kept) : said,
        kept.toArray(int[][]::new),
        predicted,
        scores,
        source.widened(),
        hidden.stream().allMatch(List::isEmpty)
            ? List.of()
            : Arrays.stream(usable.rows()).mapToObj(hidden::get).toList());
  }

  private void answered(int row, int[] predicted, float[] scores) {
    Arrays.fill(predicted, TokenTags.UNREAD);
    Arrays.fill(scores, Float.NaN);
    String[] names = parts(answers.tags(), row);
    String[] numbers = parts(answers.scores(), row);
    for (int w = 0; w < Math.min(names.length, predicted.length); w++) {
      if (!names[w].equals(UNREAD)) {
        predicted[w] = Integer.parseInt(names[w]);
        scores[w] = Float.parseFloat(numbers[w]);
      }
    }
  }

  private static String[] parts(Column column, int row) {
    String cell = column.text(row);
    return cell == null || cell.isEmpty() ? new String[0] : BLANK.split(cell);
  }

  private void requireKnown(TreeSet<String> strange) {
    if (!strange.isEmpty()) {
      List<String> names = List.copyOf(strange);
      throw new InputRejected(
          "PREDICTIONS-TAGS",
          "The dataset has tags that the model does not give: "
              + Classes.shown(names)
              + "; the model gives "
              + Classes.shown(tags)
              + ".",
          "Name the tags in the model's config.json (id2label) as the dataset writes them.");
    }
  }
}

package dev.assay.metric.tagging;

import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.predictions.TagNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What is counted in each text: words, right tags, entities found, given and true, by type and in
/// both modes of reading them.
///
/// @param types types of entities
/// @param counts [row][place], see [#place]
/// @param weights of the rows; empty when each counts once
public record SentenceCounts(List<String> types, int[][] counts, double[] weights) {

  static final int READ = 0;
  static final int RIGHT = 1;
  static final int WORDS = 2;
  private static final int FIRST = 3;

  /// Entities of a type.
  enum Kind {
    FOUND,
    GIVEN,
    TRUE
  }

  /// Counts every row.
  public static SentenceCounts of(TokenTags predictions) {
    TagNames names = TagNames.of(predictions.tags());
    Entities entities = new Entities(names, predictions.scheme());
    int[][] counts = new int[predictions.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = row(entities, predictions.truth()[i], predictions.predicted()[i]);
    }
    double[] weights = predictions.weights();
    return new SentenceCounts(names.types(), counts, weights == null ? new double[0] : weights);
  }

  private static int[] row(Entities entities, int[] truth, int[] predicted) {
    int types = entities.names().types().size();
    int[] row = new int[FIRST + Entities.Mode.values().length * types * Kind.values().length];
    int[] read = IntStream.range(0, truth.length).filter(w -> predicted[w] >= 0).toArray();
    int[] own = IntStream.of(read).map(w -> truth[w]).toArray();
    int[] given = IntStream.of(read).map(w -> predicted[w]).toArray();
    row[WORDS] = truth.length;
    row[READ] = read.length;
    for (int w = 0; w < read.length; w++) {
      row[RIGHT] += own[w] == given[w] ? 1 : 0;
    }
    for (Entities.Mode mode : Entities.Mode.values()) {
      Set<Entity> wanted = new HashSet<>(entities.of(own, mode));
      wanted.forEach(e -> row[place(types, mode, e.type(), Kind.TRUE)]++);
      for (Entity entity : entities.of(given, mode)) {
        row[place(types, mode, entity.type(), Kind.GIVEN)]++;
        row[place(types, mode, entity.type(), Kind.FOUND)] += wanted.contains(entity) ? 1 : 0;
      }
    }
    return row;
  }

  /// Where entities of a type are counted.
  static int place(int types, Entities.Mode mode, int type, Kind kind) {
    return FIRST + (mode.ordinal() * types + type) * Kind.values().length + kind.ordinal();
  }

  int places() {
    return FIRST + Entities.Mode.values().length * types.size() * Kind.values().length;
  }

  double weight(int row) {
    return weights.length == 0 ? 1 : weights[row];
  }
}

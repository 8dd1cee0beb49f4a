package dev.assay.metric.tagging;

import dev.assay.predictions.HiddenEntity;
import dev.assay.predictions.Predictions.TokenTags;
import java.util.Arrays;
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
    LayeredEntities entities = LayeredEntities.of(predictions);
    int[][] counts = new int[predictions.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] =
          row(entities, predictions.truth()[i], predictions.predicted()[i], predictions.hidden(i));
    }
    double[] weights = predictions.weights();
    return new SentenceCounts(entities.types(), counts, weights == null ? new double[0] : weights);
  }

  private static int[] row(
      LayeredEntities entities, int[] truth, int[] predicted, List<HiddenEntity> hidden) {
    int types = entities.types().size();
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
      wanted.addAll(among(read, hidden, entities.types()));
      wanted.forEach(e -> row[place(types, mode, e.type(), Kind.TRUE)]++);
      for (Entity entity : entities.of(given, mode)) {
        row[place(types, mode, entity.type(), Kind.GIVEN)]++;
        row[place(types, mode, entity.type(), Kind.FOUND)] += wanted.contains(entity) ? 1 : 0;
      }
    }
    return row;
  }

  /// Hidden entities in places of words that were read; those that were not read whole are left
  /// out, as are the tags of words behind a cut.
  private static List<Entity> among(int[] read, List<HiddenEntity> hidden, List<String> types) {
    return hidden.stream()
        .map(
            e -> {
              int from = Arrays.binarySearch(read, e.from());
              int last = Arrays.binarySearch(read, e.to() - 1);
              boolean whole = from >= 0 && last - from == e.to() - 1 - e.from();
              return new Entity(types.indexOf(e.type()), whole ? from : -1, last + 1);
            })
        .filter(e -> e.from() >= 0)
        .toList();
  }

  /// The counts of these rows, in this order.
  public SentenceCounts at(int[] rows) {
    return new SentenceCounts(
        types,
        IntStream.of(rows).mapToObj(row -> counts[row]).toArray(int[][]::new),
        weights.length == 0 ? weights : IntStream.of(rows).mapToDouble(r -> weights[r]).toArray());
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

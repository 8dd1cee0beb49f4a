package dev.assay.sample.messages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// A small encoder of BERT's form: embeddings, blocks of attention and a fully connected layer, a
/// pooler over the first token, two answers.
final class Encoder {

  static final int HIDDEN = 32;
  static final int HEADS = 2;
  static final int INNER = 64;
  static final int LAYERS = 2;
  static final int POSITIONS = 48;
  static final int ANSWERS = 2;

  private final Map<String, Matrix> weights = new LinkedHashMap<>();

  Encoder(int vocabulary, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    drawn(random, "words", vocabulary, HIDDEN, 0.1);
    drawn(random, "positions", POSITIONS, HIDDEN, 0.1);
    drawn(random, "types", 2, HIDDEN, 0.1);
    level("embedding");
    for (int l = 0; l < LAYERS; l++) {
      for (String part : new String[] {"query", "key", "value", "merge"}) {
        full(random, part + l, HIDDEN, HIDDEN);
      }
      level("attention" + l);
      full(random, "widen" + l, HIDDEN, INNER);
      full(random, "narrow" + l, INNER, HIDDEN);
      level("block" + l);
    }
    full(random, "pooler", HIDDEN, HIDDEN);
    full(random, "answer", HIDDEN, ANSWERS);
  }

  /// Weights by name, in the order of the network.
  Map<String, Matrix> weights() {
    return weights;
  }

  /// Rounds every weight to what the file keeps.
  void round() {
    for (Matrix m : weights.values()) {
      for (int i = 0; i < m.value.length; i++) {
        m.value[i] = (float) m.value[i];
      }
    }
  }

  /// The two answers for a text.
  Matrix answers(Tape tape, int[] ids) {
    int[] places = new int[ids.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    Matrix type = tape.rows(get("types"), new int[] {0});
    Matrix sum = tape.add(tape.rows(get("words"), ids), tape.rows(get("positions"), places));
    Matrix state = levelled(tape, tape.add(sum, type), "embedding");
    for (int l = 0; l < LAYERS; l++) {
      Matrix seen = tape.add(state, full(tape, attention(tape, state, l), "merge" + l));
      Matrix middle = levelled(tape, seen, "attention" + l);
      Matrix wide = tape.positive(full(tape, middle, "widen" + l));
      state = levelled(tape, tape.add(middle, full(tape, wide, "narrow" + l)), "block" + l);
    }
    Matrix first = tape.rows(state, new int[] {0});
    return full(tape, tape.tangents(full(tape, first, "pooler")), "answer");
  }

  private Matrix attention(Tape tape, Matrix state, int l) {
    Matrix query = full(tape, state, "query" + l);
    Matrix key = full(tape, state, "key" + l);
    Matrix value = full(tape, state, "value" + l);
    int width = HIDDEN / HEADS;
    Matrix[] heads = new Matrix[HEADS];
    for (int h = 0; h < HEADS; h++) {
      Matrix fit =
          tape.times(
              tape.columns(query, h * width, width, false),
              tape.columns(key, h * width, width, true));
      heads[h] = tape.times(tape.shares(fit, width), tape.columns(value, h * width, width, false));
    }
    return tape.beside(heads);
  }

  private Matrix full(Tape tape, Matrix in, String name) {
    return tape.add(tape.times(in, get(name + ".weight")), get(name + ".bias"));
  }

  private Matrix levelled(Tape tape, Matrix in, String name) {
    return tape.levelled(in, get(name + ".stretch"), get(name + ".shift"));
  }

  private Matrix get(String name) {
    Matrix matrix = weights.get(name);
    if (matrix == null) {
      throw new IllegalArgumentException("no weights " + name);
    }
    return matrix;
  }

  private void full(SplittableRandom random, String name, int in, int out) {
    drawn(random, name + ".weight", in, out, 1 / Math.sqrt(in));
    weights.put(name + ".bias", new Matrix(1, out));
  }

  private void level(String name) {
    Matrix stretch = new Matrix(1, HIDDEN);
    java.util.Arrays.fill(stretch.value, 1);
    weights.put(name + ".stretch", stretch);
    weights.put(name + ".shift", new Matrix(1, HIDDEN));
  }

  private void drawn(SplittableRandom random, String name, int rows, int columns, double spread) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < matrix.value.length; i++) {
      // decision: evenly drawn with this spread; a normal draw would need logarithms for nothing
      matrix.value[i] = (random.nextDouble() * 2 - 1) * spread * Math.sqrt(3);
    }
    weights.put(name, matrix);
  }
}

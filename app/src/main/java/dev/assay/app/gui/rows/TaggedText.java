package dev.assay.app.gui.rows;

import dev.assay.dataset.TagSpec;
import dev.assay.dataset.tagged.Word;
import dev.assay.dataset.tagged.WordReader;
import dev.assay.metric.tagging.Entities;
import dev.assay.metric.tagging.Entity;
import dev.assay.metric.tagging.LayeredEntities;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.predictions.TagNames;
import dev.assay.usecase.OpenRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// The words of a text in pieces, once with the true entities and once with those that the model
/// gave. Knows no toolkit.
///
/// @param truth the text with its true entities
/// @param predicted the text with the entities that the model gave
record TaggedText(List<Piece> truth, List<Piece> predicted) {

  /// A word outside of entities, or an entity.
  ///
  /// @param text its words
  /// @param type place of the entity's type; -1 outside
  /// @param name the type's name, or the tag itself where tags mark no entities; empty outside
  /// @param right whether the other side has the same entity, or the same tag
  /// @param read whether the model read it
  record Piece(String text, int type, String name, boolean right, boolean read) {}

  /// Of one element of the predictions.
  static TaggedText of(OpenRun run, TokenTags predictions, int element) {
    TagSpec spec = Objects.requireNonNull(run.dataset().spec().tags());
    List<String> words =
        WordReader.of(run.dataset().column(spec.text()), spec.form())
            .words(predictions.rowIndex()[element])
            .stream()
            .map(Word::text)
            .toList();
    int[] truth = predictions.truth()[element];
    int[] given = predictions.predicted()[element];
    TagNames names = TagNames.of(predictions.tags());
    if (names.types().isEmpty()) {
      return new TaggedText(
          tags(predictions, words, truth, given), tags(predictions, words, given, truth));
    }
    LayeredEntities entities = LayeredEntities.of(predictions);
    int[] read = IntStream.range(0, given.length).filter(w -> given[w] >= 0).toArray();
    List<Entity> wanted = entities.of(truth, Entities.Mode.LENIENT);
    List<Entity> found =
        entities.of(IntStream.of(read).map(w -> given[w]).toArray(), Entities.Mode.LENIENT).stream()
            .map(e -> new Entity(e.type(), read[e.from()], read[e.to() - 1] + 1))
            .toList();
    return new TaggedText(
        pieces(words, wanted, new HashSet<>(found), names, given),
        pieces(words, found, new HashSet<>(wanted), names, given));
  }

  private static List<Piece> tags(
      TokenTags predictions, List<String> words, int[] own, int[] others) {
    List<Piece> pieces = new ArrayList<>();
    for (int w = 0; w < own.length; w++) {
      boolean read = own[w] >= 0;
      pieces.add(
          new Piece(
              words.get(w),
              read ? own[w] : -1,
              read ? predictions.tags().get(own[w]) : "",
              own[w] == others[w],
              read));
    }
    return pieces;
  }

  private static List<Piece> pieces(
      List<String> words, List<Entity> own, Set<Entity> others, TagNames names, int[] given) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Entity entity : own) {
      if (entity.from() < at) {
        // decision: colours cannot lie over each other; entities within others are left out
        continue;
      }
      outside(words, at, entity.from(), given, pieces);
      pieces.add(
          new Piece(
              String.join(" ", words.subList(entity.from(), entity.to())),
              entity.type(),
              names.types().get(entity.type()),
              others.contains(entity),
              Arrays.stream(given, entity.from(), entity.to()).allMatch(tag -> tag >= 0)));
      at = entity.to();
    }
    outside(words, at, words.size(), given, pieces);
    return pieces;
  }

  private static void outside(
      List<String> words, int from, int to, int[] given, List<Piece> pieces) {
    for (int w = from; w < to; w++) {
      pieces.add(new Piece(words.get(w), -1, "", true, given[w] >= 0));
    }
  }
}

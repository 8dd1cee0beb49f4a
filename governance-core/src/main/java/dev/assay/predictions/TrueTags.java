package dev.assay.predictions;

import dev.assay.dataset.TagScheme;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the true tags of the words of a row.
sealed interface TrueTags permits ListedTags, SpanTags {

  /// The tags of a row.
  ///
  /// @param tags places in the model's tags, one a word; absent where the row cannot be used
  /// @param hidden entities that the tags cannot show
  /// @param objection why it cannot be used, absent where it can
  record Row(int @Nullable [] tags, List<HiddenEntity> hidden, @Nullable String objection) {

    static Row objection(String why) {
      return new Row(null, List.of(), why);
    }
  }

  /// @param strange receives tags that the model does not give
  Row row(int row, Set<String> strange);

  /// How the tags mark entities, where nobody said so.
  TagScheme scheme(List<int[]> truth);

  /// Spans that were widened to whole words.
  long widened();
}

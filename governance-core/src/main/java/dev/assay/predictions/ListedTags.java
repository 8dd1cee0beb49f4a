package dev.assay.predictions;

import dev.assay.dataset.Dataset;
import dev.assay.dataset.TagScheme;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.tagged.ListColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One tag for each listed word: its name, or its number in the model's label map.
final class ListedTags implements TrueTags {

  private final ListColumn words;
  private final ListColumn listed;
  private final List<String> tags;
  private final Map<String, Integer> places = new HashMap<>();

  ListedTags(Dataset dataset, TagSpec spec, List<String> tags) {
    this.words = ListColumn.of(dataset.column(spec.text()));
    this.listed = ListColumn.of(dataset.column(spec.tags()));
    this.tags = tags;
    for (int t = 0; t < tags.size(); t++) {
      places.putIfAbsent(String.valueOf(t), t);
    }
    for (int t = 0; t < tags.size(); t++) {
      places.put(tags.get(t), t);
    }
  }

  @Override
  public Row row(int row, Set<String> strange) {
    List<String> own = words.texts(row);
    List<String> names = listed.texts(row);
    if (own == null || own.isEmpty()) {
      return Row.objection("there is no list of words");
    }
    if (names == null) {
      return Row.objection("there is no list of tags");
    }
    if (own.size() != names.size()) {
      return Row.objection("there are not as many tags as words");
    }
    int[] read = new int[names.size()];
    for (int w = 0; w < read.length; w++) {
      Integer place = places.get(names.get(w));
      if (place == null) {
        strange.add(names.get(w));
      } else {
        read[w] = place;
      }
    }
    return new Row(read, List.of(), null);
  }

  @Override
  public TagScheme scheme(List<int[]> truth) {
    return TagNames.scheme(tags, truth);
  }

  @Override
  public long widened() {
    return 0;
  }
}

package dev.assay.predictions;

import dev.assay.dataset.TagScheme;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What the names of tags say: "B-PER" begins an entity of the type PER.
///
/// @param prefix of each tag: B, I, E, S, or O outside of entities
/// @param type of each tag: place in `types`, -1 outside of entities
/// @param types types of entities in the order of their names
public record TagNames(char[] prefix, int[] type, List<String> types) {

  private static final Pattern INSIDE = Pattern.compile("[BIES]-.+", Pattern.DOTALL);
  private static final Pattern ENDING = Pattern.compile("[ES]-.+", Pattern.DOTALL);
  private static final int NAME = 2;

  /// Reads the names. Names that are none of entities have no type.
  public static TagNames of(List<String> tags) {
    TreeSet<String> sorted = new TreeSet<>();
    tags.stream().filter(TagNames::isInside).forEach(tag -> sorted.add(tag.substring(NAME)));
    List<String> types = List.copyOf(sorted);
    char[] prefix = new char[tags.size()];
    int[] type = new int[tags.size()];
    for (int t = 0; t < prefix.length; t++) {
      boolean inside = isInside(tags.get(t));
      prefix[t] = inside ? tags.get(t).charAt(0) : 'O';
      type[t] = inside ? types.indexOf(tags.get(t).substring(NAME)) : -1;
    }
    return new TagNames(prefix, type, types);
  }

  private static boolean isInside(String tag) {
    return INSIDE.matcher(tag).matches();
  }

  /// How the tags mark entities, told from the model's names and from the truth: E- and S- are
  /// those of BIOES; where B- stands only right behind an entity of the same type, it is IOB1.
  ///
  /// @param truth [row][word], place in `tags`
  static TagScheme scheme(List<String> tags, List<int[]> truth) {
    boolean plain = tags.stream().anyMatch(tag -> !isInside(tag) && !tag.equals("O"));
    if (plain || tags.stream().noneMatch(TagNames::isInside)) {
      return TagScheme.PLAIN;
    }
    if (tags.stream().anyMatch(tag -> ENDING.matcher(tag).matches())) {
      return TagScheme.BIOES;
    }
    TagNames names = of(tags);
    boolean free = false;
    boolean bound = false;
    for (int[] row : truth) {
      for (int w = 0; w < row.length; w++) {
        boolean behind = w > 0 && names.type[row[w]] == names.type[row[w - 1]];
        free |= names.prefix[row[w]] == 'B' && !behind;
        bound |= names.prefix[row[w]] == 'I' && !behind;
      }
    }
    return bound && !free ? TagScheme.IOB1 : TagScheme.BIO;
  }
}

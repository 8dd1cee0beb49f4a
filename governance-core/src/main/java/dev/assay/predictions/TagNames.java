package dev.assay.predictions;

import dev.assay.dataset.TagScheme;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What the names of tags say: "B-PER" begins an entity of the type PER.
///
/// @param prefix of each tag: B, I, E, S, or O outside of entities; the L and U of BILOU are E and
///   S
/// @param type of each tag: place in `types`, -1 outside of entities
/// @param types types of entities in the order of their names
public record TagNames(char[] prefix, int[] type, List<String> types) {

  private static final String OUTSIDE = "O";
  private static final Pattern INSIDE = Pattern.compile("[BIES]-.+", Pattern.DOTALL);
  private static final Pattern INSIDE_BILOU = Pattern.compile("[BILU]-.+", Pattern.DOTALL);
  private static final Pattern ENDING = Pattern.compile("[ES]-.+", Pattern.DOTALL);
  private static final Pattern ENDING_BILOU = Pattern.compile("[LU]-.+", Pattern.DOTALL);
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final int NAME = 2;

  /// Reads the names; where they say several things at once, the first. Names that are none of
  /// entities have no type.
  public static TagNames of(List<String> tags) {
    return layers(tags).getFirst();
  }

  /// Reads names that may say several things at once, of entities within each other: "I-ORG|B-PER"
  /// goes on with one and begins another.
  ///
  /// @return one a layer, all with the same types; a single one where names say one thing each
  public static List<TagNames> layers(List<String> tags) {
    List<String[]> parts = parts(tags);
    List<String> all = parts.stream().flatMap(Arrays::stream).distinct().toList();
    Pattern inside = inside(all);
    TreeSet<String> sorted = new TreeSet<>();
    all.stream()
        .filter(inside.asMatchPredicate())
        .forEach(part -> sorted.add(part.substring(NAME)));
    List<String> types = List.copyOf(sorted);
    int most = parts.stream().mapToInt(own -> own.length).max().orElse(1);
    return IntStream.range(0, most).mapToObj(layer -> layer(parts, layer, inside, types)).toList();
  }

  private static TagNames layer(
      List<String[]> parts, int layer, Pattern inside, List<String> types) {
    char[] prefix = new char[parts.size()];
    int[] type = new int[parts.size()];
    for (int t = 0; t < prefix.length; t++) {
      String part = layer < parts.get(t).length ? parts.get(t)[layer] : OUTSIDE;
      boolean entity = inside.matcher(part).matches();
      prefix[t] = entity ? asBioes(part.charAt(0)) : 'O';
      type[t] = entity ? types.indexOf(part.substring(NAME)) : -1;
    }
    return new TagNames(prefix, type, types);
  }

  private static char asBioes(char prefix) {
    return switch (prefix) {
      case 'L' -> 'E';
      case 'U' -> 'S';
      default -> prefix;
    };
  }

  /// What each name says; a bar divides only where every name is made of tags of entities, for
  /// parts of speech have bars too.
  private static List<String[]> parts(List<String> tags) {
    List<String[]> divided = tags.stream().map(tag -> BAR.split(tag, -1)).toList();
    boolean entities =
        divided.stream()
            .flatMap(Arrays::stream)
            .allMatch(
                part ->
                    part.equals(OUTSIDE)
                        || INSIDE.matcher(part).matches()
                        || INSIDE_BILOU.matcher(part).matches());
    return entities ? divided : tags.stream().map(tag -> new String[] {tag}).toList();
  }

  /// What begins the name of a tag of entities: L- and U- do only where nothing contradicts BILOU.
  private static Pattern inside(List<String> parts) {
    return isBilou(parts) ? INSIDE_BILOU : INSIDE;
  }

  private static boolean isBilou(List<String> parts) {
    return parts.stream().anyMatch(ENDING_BILOU.asMatchPredicate())
        && parts.stream()
            .allMatch(part -> part.equals(OUTSIDE) || INSIDE_BILOU.matcher(part).matches());
  }

  /// How the tags mark entities, told from the model's names and from the truth: E- and S- are
  /// those of BIOES, L- and U- of BILOU; where B- stands only right behind an entity of the same
  /// type, it is IOB1.
  ///
  /// @param truth [row][word], place in `tags`
  static TagScheme scheme(List<String> tags, List<int[]> truth) {
    List<String> parts = parts(tags).stream().flatMap(Arrays::stream).distinct().toList();
    if (isBilou(parts)) {
      return TagScheme.BILOU;
    }
    boolean plain =
        parts.stream().anyMatch(part -> !INSIDE.matcher(part).matches() && !part.equals(OUTSIDE));
    if (plain || parts.stream().noneMatch(INSIDE.asMatchPredicate())) {
      return TagScheme.PLAIN;
    }
    return parts.stream().anyMatch(ENDING.asMatchPredicate())
        ? TagScheme.BIOES
        : withoutEndings(of(tags), truth);
  }

  private static TagScheme withoutEndings(TagNames names, List<int[]> truth) {
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

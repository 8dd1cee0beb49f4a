package dev.assay.check.behaviour;

import dev.assay.metric.interval.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts with placeholders, and the words that fill them.
///
/// @param texts with placeholders in braces: "{name} is a {praise} person"
/// @param lexicons words by placeholder
public record Templates(List<String> texts, Map<String, List<String>> lexicons) {

  /// No templates.
  public static final Templates NONE = new Templates(List.of(), Map.of());

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  private static final Pattern AN =
      Pattern.compile("(?<=\\b[Aa]) (?=[aeio])(?!eu)", Pattern.CASE_INSENSITIVE);

  /// Whether there are none.
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /// The placeholders of a template, in order, each once.
  static List<String> placeholders(String template) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return List.copyOf(found);
  }

  /// Filled templates in a fixed order; where there are more than `most`, a draw of them. Each
  /// template gives its share.
  ///
  /// @param seed of the draw
  public List<String> expand(int most, long seed) {
    Set<String> filled = new LinkedHashSet<>();
    for (int t = 0; t < texts.size(); t++) {
      int share = most * (t + 1) / texts.size() - most * t / texts.size();
      fill(texts.get(t), share, Seeds.derive(seed, String.valueOf(t)), filled);
    }
    return List.copyOf(filled);
  }

  private void fill(String template, int most, long seed, Set<String> into) {
    List<String> names = placeholders(template);
    long all = 1;
    for (String name : names) {
      all = Math.min(Integer.MAX_VALUE, all * words(name).size());
    }
    if (all <= most) {
      for (long i = 0; i < all; i++) {
        into.add(filled(template, names, i));
      }
      return;
    }
    SplittableRandom random = new SplittableRandom(seed);
    Set<Long> drawn = new LinkedHashSet<>();
    while (drawn.size() < most) {
      drawn.add(random.nextLong(all));
    }
    List<Long> ordered = new ArrayList<>(drawn);
    ordered.sort(Long::compare);
    ordered.forEach(i -> into.add(filled(template, names, i)));
  }

  /// The filling of this number: the last placeholder changes fastest.
  private String filled(String template, List<String> names, long number) {
    String text = template;
    long left = number;
    for (int p = names.size() - 1; p >= 0; p--) {
      List<String> words = words(names.get(p));
      text = text.replace("{" + names.get(p) + "}", words.get((int) (left % words.size())));
      left /= words.size();
    }
    return AN.matcher(text).replaceAll("n ");
  }

  private List<String> words(String name) {
    return lexicons.getOrDefault(name, List.of());
  }
}

package dev.assay.report.content;

import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names of metrics, and which of them a document has used, so that each is defined once and each
/// name leads to its definition.
final class Terms {

  private static final List<String> SUFFIXES = List.of("_difference", "_ratio");

  private final Words words;
  private final Map<String, Term> used = new TreeMap<>();

  Terms(Words words) {
    this.words = words;
  }

  /// A metric that was named.
  ///
  /// @param id as in evaluation.json
  /// @param name for people
  /// @param definition absent for one that the catalogue does not hold
  record Term(String id, String name, Optional<MetricDefinition> definition) {

    Anchor anchor() {
      return Anchor.of("def", id);
    }

    /// Name of the metric that this is a difference or ratio of, or null.
    @Nullable String base() {
      for (String suffix : SUFFIXES) {
        if (id.endsWith(suffix)) {
          return MetricCatalogue.find(id.substring(0, id.length() - suffix.length()))
              .map(d -> Say.words().metricName(d.id()).orElse(d.name().toLowerCase(Locale.ROOT)))
              .orElse(null);
        }
      }
      return null;
    }
  }

  /// The name for people, leading to the definition.
  Text name(String metric) {
    Term term = term(metric);
    return Text.link(term.anchor(), term.name());
  }

  /// Other words that lead to the definition.
  Text named(String metric, String words) {
    return Text.link(term(metric).anchor(), words);
  }

  /// The name for people; the metric counts as used.
  String plainName(String metric) {
    return term(metric).name();
  }

  /// What was named, in the order of the catalogue, then by id.
  List<Term> used() {
    List<MetricDefinition> order = new ArrayList<>(MetricCatalogue.all());
    Collection<Term> terms = used.values();
    return terms.stream()
        .sorted(
            Comparator.comparingInt(
                (Term t) -> t.definition().map(order::indexOf).orElse(Integer.MAX_VALUE)))
        .toList();
  }

  private Term term(String metric) {
    return used.computeIfAbsent(metric, this::look);
  }

  private Term look(String id) {
    Optional<MetricDefinition> found = MetricCatalogue.find(id);
    String name =
        words
            .metricName(id)
            .or(() -> found.map(MetricDefinition::name))
            .orElseGet(() -> derived(id));
    return new Term(id, name, found);
  }

  /// A name for an id that the catalogue does not hold: "recall_difference" is the difference of
  /// recall.
  private String derived(String id) {
    for (String suffix : SUFFIXES) {
      if (id.endsWith(suffix)) {
        String base = id.substring(0, id.length() - suffix.length());
        return words.say(
            "terms" + suffix.replace('_', '.'),
            words
                .metricName(base)
                .or(() -> MetricCatalogue.find(base).map(MetricDefinition::name))
                .orElse(spaced(base)));
      }
    }
    return spaced(id);
  }

  private static String spaced(String id) {
    String words = id.replace('_', ' ');
    return words.isEmpty()
        ? Say.words("terms.no-name")
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}

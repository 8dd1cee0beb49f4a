package dev.assay.compare;

import dev.assay.common.Digest;
import dev.assay.common.Rounded;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Evaluation;
import dev.assay.provenance.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What two runs were made with, as far as it differs.
final class SettingDifferences {

  private static final String NONE = "none";
  private static final String SAID_BY_THE_MODEL = "scored_model_sha256";

  private final List<SettingDifference> all = new ArrayList<>();

  private SettingDifferences() {}

  static List<SettingDifference> of(Evaluation a, Evaluation b) {
    SettingDifferences found = new SettingDifferences();
    Provenance one = a.provenance();
    Provenance two = b.provenance();
    found.add("Model", model(one), model(two));
    found.add("Dataset", dataset(one), dataset(two));
    found.add("Reference dataset", brief(one.reference()), brief(two.reference()));
    found.add("Task", words(a.task()), words(b.task()));
    found.add("Positive class", a.positive(), b.positive());
    found.add("Favourable outcome", a.favourable(), b.favourable());
    found.add("Threshold", threshold(a), threshold(b));
    found.add("Groups", attributes(a), attributes(b));
    found.add("Checks", checks(a), checks(b));
    found.add("Confidence level", Rounded.level(a.level()), Rounded.level(b.level()));
    found.add("Seed", String.valueOf(one.seed()), String.valueOf(two.seed()));
    found.add("Isolation", one.isolation(), two.isolation());
    found.add("Device: ", one.device(), two.device());
    found.add("Version: ", one.engine(), two.engine());
    return List.copyOf(found.all);
  }

  private void add(String name, @Nullable String first, @Nullable String second) {
    String one = first == null || first.isEmpty() ? NONE : first;
    String two = second == null || second.isEmpty() ? NONE : second;
    if (!one.equals(two)) {
      all.add(new SettingDifference(name, one, two));
    }
  }

  private void add(
      String prefix, SortedMap<String, String> first, SortedMap<String, String> second) {
    TreeSet<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    names.remove(SAID_BY_THE_MODEL);
    names.forEach(name -> add(prefix + name, first.get(name), second.get(name)));
  }

  private static String model(Provenance p) {
    Digest digest = p.model();
    return digest == null ? p.modelName() : p.modelName() + " · " + digest.brief();
  }

  private static String dataset(Provenance p) {
    return p.datasetName() + " · " + p.dataset().brief();
  }

  private static @Nullable String brief(@Nullable Digest digest) {
    return digest == null ? null : digest.brief();
  }

  private static @Nullable String threshold(Evaluation e) {
    return e.threshold() == null ? null : Rounded.setting(e.threshold());
  }

  private static String attributes(Evaluation e) {
    return e.attributes().stream()
        .map(Evaluation.AttributeInfo::name)
        .collect(Collectors.joining(", "));
  }

  private static String checks(Evaluation e) {
    return e.checks().stream()
        .map(CheckResult::check)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String words(Enum<?> choice) {
    return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}

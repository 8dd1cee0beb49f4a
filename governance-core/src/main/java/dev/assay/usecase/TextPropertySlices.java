package dev.assay.usecase;

import dev.assay.check.behaviour.Suite;
import dev.assay.check.behaviour.Suites;
import dev.assay.check.text.IdentityTerms;
import dev.assay.check.text.TextProperty;
import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.slice.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Groups of rows by what their texts are like. They are asked for by name, like those by how a
/// model read them.
final class TextPropertySlices {

  private TextPropertySlices() {}

  /// The groups of a property; the largest is the reference, a row without a text is missing.
  ///
  /// @param request names further suites: the last that names identity terms says which there are
  /// @param rowIndex dataset row (0-based) of each element
  static Attribute of(
      TextProperty property,
      Dataset dataset,
      Answered answered,
      EvaluateRequest request,
      int[] rowIndex) {
    Column texts = dataset.column(column(property, dataset, answered));
    IdentityTerms terms = terms(property, request);
    SortedMap<String, Integer> sizes = new TreeMap<>();
    String[] groups = new String[rowIndex.length];
    int missing = 0;
    for (int i = 0; i < groups.length; i++) {
      String text = texts.text(rowIndex[i]);
      if (text == null) {
        missing++;
      } else {
        groups[i] = property.group(text, terms);
        sizes.merge(groups[i], 1, Integer::sum);
      }
    }
    List<@Nullable String> values = new ArrayList<>(sizes.keySet());
    int largest = 0;
    for (int v = 0; v < values.size(); v++) {
      largest =
          sizes.getOrDefault(values.get(v), 0) > sizes.getOrDefault(values.get(largest), 0)
              ? v
              : largest;
    }
    if (missing > 0) {
      values.add(null);
    }
    int[] codes = new int[groups.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = values.indexOf(groups[i]);
    }
    return new Attribute(
        property.id(), codes, values, largest, Attribute.ReferenceOrigin.LARGEST, property.words());
  }

  private static IdentityTerms terms(TextProperty property, EvaluateRequest request) {
    Optional<Suite> suite =
        property == TextProperty.IDENTITY
            ? Suite.ofIdentity(Suites.with(request.suites()))
            : Optional.empty();
    return new IdentityTerms(suite.map(Suite::plainIdentity).orElse(new TreeMap<>()));
  }

  /// The column that the model reads, else the first that is described as texts.
  private static String column(TextProperty property, Dataset dataset, Answered answered) {
    return AskedTexts.column(answered.model(), answered.binding())
        .or(
            () ->
                dataset.spec().withRole(ColumnRole.TEXT).stream().map(ColumnSpec::name).findFirst())
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-TEXT-SLICE",
                    "There is no '" + property.id() + "': the dataset has no column of texts.",
                    "Give the role 'text' to the column that holds them, or name other columns with"
                        + " --sensitive."));
  }
}

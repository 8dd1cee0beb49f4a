package dev.assay.regime.ll144;

import dev.assay.common.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people state for a bias audit: everything in its summary that no measurement shows.
///
/// @param tool the automated employment decision tool
/// @param auditor who audits
/// @param independence in the auditor's own words, why they are independent (5-300)
/// @param auditedOn day of the bias audit
/// @param distributedOn day from which the tool is used (5-303(a)(2))
/// @param data where the data comes from
/// @param sex which column holds it, and what its values mean
/// @param race which column holds race/ethnicity, and what its values mean
/// @param outcome what is counted
/// @param exclusions categories left out of impact ratios
/// @param digest of the text it was read from
public record Statement(
    String tool,
    String auditor,
    String independence,
    LocalDate auditedOn,
    LocalDate distributedOn,
    Data data,
    Grouping<Sex> sex,
    Grouping<Race> race,
    Counted outcome,
    List<Exclusion> exclusions,
    Digest digest) {

  /// Where the data comes from (5-302, 5-303(a)(1)).
  ///
  /// @param historical collected while the tool was used; otherwise test data
  /// @param source of the data
  /// @param explanation of the data
  /// @param whyTestData why no historical data was used, and how the test data was made and
  ///   obtained; empty for historical data
  public record Data(boolean historical, String source, String explanation, String whyTestData) {}

  /// A column and what its values mean.
  ///
  /// @param column its name
  /// @param values category by value
  /// @param unknown values that say nothing of the category; so does a missing one
  /// @param <C> sexes or races
  public record Grouping<C extends Enum<C> & Labelled>(
      String column, Map<String, C> values, Set<String> unknown) {}

  /// What is counted.
  ///
  /// @param form what the tool does
  /// @param column that holds the outcome or the score; absent = of an audit, its own
  /// @param selected values of those who moved forward, where the tool selects
  public record Counted(Form form, @Nullable String column, List<String> selected) {}

  /// A category left out of impact ratios.
  ///
  /// @param category which one
  /// @param reason the auditor's justification
  /// @param line of the text, for a refusal
  public record Exclusion(Category category, String reason, int line) {}
}

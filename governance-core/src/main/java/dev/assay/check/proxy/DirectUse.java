package dev.assay.check.proxy;

import dev.assay.check.Check;
import dev.assay.check.CheckInput;
import dev.assay.check.Outcome;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Words;
import dev.assay.evaluation.CheckResult;
import dev.assay.slice.Attribute;
import dev.assay.work.Cancellation;
import java.util.List;
import java.util.Set;

/// Whether the model reads a sensitive attribute itself. That may be lawful or not; it is a fact to
/// know.
final class DirectUse implements Check {

  @Override
  public String id() {
    return "proxy.direct_use";
  }

  @Override
  public String title() {
    return "The model reads a sensitive attribute";
  }

  @Override
  public CheckResult run(CheckInput input, Cancellation cancellation) {
    Outcome outcome = new Outcome(this);
    if (input.binding() == null || input.attributes().isEmpty()) {
      return outcome.notApplicable(
          input.binding() == null
              ? "Scores were given without a model; what it reads is not known."
              : "No column is sensitive.");
    }
    Set<String> read = Columns.readByModel(input);
    List<String> direct =
        input.attributes().stream().map(Attribute::name).filter(read::contains).toList();
    input
        .attributes()
        .forEach(a -> outcome.value("read", a.name(), read.contains(a.name()) ? 1 : 0));
    return outcome.issueIf(
        !direct.isEmpty(),
        "The model reads "
            + Words.list(direct)
            + " itself; see whether the law of its use allows that.",
        "The model reads none of "
            + Words.count(input.attributes().size(), "sensitive attribute")
            + " itself.");
  }
}

package dev.assay.app.gui.bias;

import dev.assay.common.Visible;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.evaluation.Evaluation.AttributeInfo;
import dev.assay.regime.ll144.BiasAudits;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.Statement;
import dev.assay.usecase.PublishBiasAudit;
import dev.assay.usecase.RecordedAudit;
import java.util.List;
import java.util.Objects;

/// What people are counted from.
sealed interface BiasSource {

  int LONGEST_TITLE = 70;

  /// For people.
  String title();

  /// Columns that may say the group of a person.
  List<String> groupings();

  /// Columns that may hold an outcome or a score; none where the outcome is the audit's own.
  List<String> outcomes();

  /// The different words of a column. It may take a while.
  List<String> words(String column);

  /// Counts. It may take a while.
  BiasSummary count(PublishBiasAudit publish, Statement statement);

  /// The options of the command line that say the same.
  List<String> options();

  /// The rows of a dataset that is open, one a person.
  record OfData(Dataset data) implements BiasSource {
    @Override
    public String title() {
      return "Data: "
          + Visible.of(String.valueOf(data.file().getFileName()), LONGEST_TITLE)
          + ", one row a person";
    }

    @Override
    public List<String> groupings() {
      return data.profile().columns().stream()
          .filter(c -> c.distinct() > 0 && c.distinct() <= BiasAudits.MOST_WORDS)
          .map(ColumnProfile::name)
          .toList();
    }

    @Override
    public List<String> outcomes() {
      return data.profile().columns().stream().map(ColumnProfile::name).toList();
    }

    @Override
    public List<String> words(String column) {
      return BiasAudits.words(data, column);
    }

    @Override
    public BiasSummary count(PublishBiasAudit publish, Statement statement) {
      return publish.of(statement, data);
    }

    @Override
    public List<String> options() {
      return List.of("--data", data.file().toString());
    }
  }

  /// The slices of a recorded audit.
  record OfAudit(RecordedAudit recorded) implements BiasSource {
    @Override
    public String title() {
      return "Audit: " + Visible.of(recorded.audit().title(), LONGEST_TITLE);
    }

    @Override
    public List<String> groupings() {
      return recorded.dossier().run().evaluation().attributes().stream()
          .map(AttributeInfo::name)
          .toList();
    }

    @Override
    public List<String> outcomes() {
      return List.of();
    }

    @Override
    public List<String> words(String column) {
      return recorded.dossier().run().evaluation().attributes().stream()
          .filter(a -> a.name().equals(column))
          .flatMap(a -> a.groups().stream())
          .filter(Objects::nonNull)
          .filter(word -> !word.isBlank())
          .toList();
    }

    @Override
    public BiasSummary count(PublishBiasAudit publish, Statement statement) {
      return publish.of(statement, recorded);
    }

    @Override
    public List<String> options() {
      return List.of("--audit", recorded.audit().id());
    }
  }
}

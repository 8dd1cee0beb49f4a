package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.provenance.Provenance;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The report of an audit as a document tree: a pure function of the dossier. It begins with what
/// was decided and how sure we are; details follow in the order in which a reader asks for them.
public final class ReportContent {

  private static final int LONGEST_TITLE = 160;

  private ReportContent() {}

  /// The document.
  public static Document of(Dossier dossier) {
    Context context = Context.of(dossier);
    List<Block.Section> sections = new ArrayList<>();
    sections.add(DecisionSection.of(context));
    ReviewSection.of(context).ifPresent(sections::add);
    SignOffSection.of(dossier.signOff()).ifPresent(sections::add);
    FindingsSection.of(context).ifPresent(sections::add);
    sections.add(PerformanceSection.of(context));
    CalibrationSection.of(context).ifPresent(sections::add);
    FairnessSection.of(context).ifPresent(sections::add);
    BehaviourSection.of(context).ifPresent(sections::add);
    ChecksSection.of(context).ifPresent(sections::add);
    sections.add(DataSection.of(context));
    ModelSection.of(context).ifPresent(sections::add);
    FindingsSection.passed(context).ifPresent(sections::add);
    Optional<Block.Section> appendix = AppendixSection.of(context);
    sections.add(MethodSection.of(context));
    sections.add(ProvenanceSection.of(context));
    appendix.ifPresent(sections::add);
    return document(context, sections);
  }

  /// Sections that hold numbers and no verdicts.
  public static Document numbers(Dossier dossier) {
    Context context = Context.of(dossier);
    List<Block.Section> sections = new ArrayList<>();
    sections.add(PerformanceSection.of(context));
    CalibrationSection.of(context).ifPresent(sections::add);
    FairnessSection.of(context).ifPresent(sections::add);
    sections.add(DataSection.of(context));
    ModelSection.of(context).ifPresent(sections::add);
    return document(context, sections);
  }

  private static Document document(Context context, List<Block.Section> sections) {
    Audit audit = context.dossier().audit();
    Provenance origin = context.evaluation().provenance();
    return new Document(
        Visible.of(audit.id(), LONGEST_TITLE),
        Visible.of(audit.title(), LONGEST_TITLE),
        Text.join(
            Text.data(origin.modelName()),
            Text.of(" on "),
            Text.data(origin.datasetName()),
            Text.of(", " + Say.many(origin.rows(), "row") + " · policy "),
            Text.data(audit.policyId()),
            Text.of(" · recorded " + Rounded.minute(audit.created()) + " by "),
            Text.data(audit.author())),
        "Audit of "
            + Visible.of(origin.modelName(), LONGEST_TITLE)
            + ": "
            + Say.word(audit.verdict()),
        Visible.of(audit.author(), LONGEST_TITLE),
        audit.created(),
        sections);
  }
}

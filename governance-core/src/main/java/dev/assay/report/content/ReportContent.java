package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.provenance.Provenance;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The report of an audit as a document tree: a pure function of the dossier. It begins with what
/// was decided and how sure we are; details follow in the order in which a reader asks for them.
public final class ReportContent {

  private static final int LONGEST_TITLE = 160;

  private ReportContent() {}

  /// The full report.
  public static Document of(Dossier dossier) {
    return of(dossier, ReportPlan.FULL);
  }

  /// A report as it was planned.
  ///
  /// @throws dev.assay.common.UsageError when the audit does not hold what the plan asks for
  public static Document of(Dossier dossier, ReportPlan plan) {
    plan.check(dossier);
    Context context = Context.of(dossier, plan);
    return Say.in(context.words(), () -> written(context, plan));
  }

  private static Document written(Context context, ReportPlan plan) {
    Map<Part, Block.Section> written = new EnumMap<>(Part.class);
    write(context, plan.parts().stream().filter(p -> !p.defines()), written);
    write(context, plan.parts().stream().filter(Part::defines), written);
    List<Block.Section> sections =
        plan.parts().stream().map(written::get).filter(Objects::nonNull).toList();
    return document(context, plan, Links.within(sections));
  }

  private static void write(Context context, Stream<Part> parts, Map<Part, Block.Section> written) {
    parts.forEach(part -> part.of(context).ifPresent(section -> written.put(part, section)));
  }

  /// Sections that hold numbers and no verdicts.
  public static Document numbers(Dossier dossier) {
    Context context = Context.of(dossier);
    List<Block.Section> sections = new ArrayList<>();
    sections.add(PerformanceSection.of(context));
    ForecastSection.of(context).ifPresent(sections::add);
    ProbeSection.of(context).ifPresent(sections::add);
    CalibrationSection.of(context).ifPresent(sections::add);
    FairnessSection.of(context).ifPresent(sections::add);
    sections.add(DataSection.of(context));
    ModelSection.of(context).ifPresent(sections::add);
    return document(context, ReportPlan.FULL, sections);
  }

  private static Document document(Context context, ReportPlan plan, List<Block.Section> sections) {
    Audit audit = context.dossier().audit();
    Provenance origin = context.evaluation().provenance();
    Words words = context.words();
    String id = Visible.of(audit.id(), LONGEST_TITLE);
    String recorded = words.minute(audit.created());
    return new Document(
        id,
        Visible.of(audit.title(), LONGEST_TITLE),
        words.text(
            "report.subtitle",
            Text.data(origin.modelName()),
            Text.data(origin.datasetName()),
            words.many(origin.rows(), "row"),
            Text.data(audit.policyId()),
            recorded,
            Text.data(audit.author())),
        words.say(
            "report.description",
            Visible.of(origin.modelName(), LONGEST_TITLE),
            words.word("verdict", audit.verdict())),
        Visible.of(audit.author(), LONGEST_TITLE),
        audit.created(),
        sections,
        words.say(plan.kind().key()),
        words.say("report.imprint", id, recorded),
        plan.edition());
  }
}

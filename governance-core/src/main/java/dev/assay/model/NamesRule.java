package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.assay.common.Visible;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Names and texts that look made to deceive: markup, paths, invisible characters. They are shown
/// escaped and never used as file names; the user is told.
final class NamesRule implements ScanRule {

  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z!/]");
  private static final int LONG_TEXT = 4_096;

  @Override
  public void look(ModelFile file, Findings findings) {
    GraphProto graph = file.proto().getGraph();
    Map<String, String> texts = new LinkedHashMap<>();
    graph.getInputList().forEach(i -> texts.put(i.getName(), "name of an input"));
    graph.getOutputList().forEach(o -> texts.put(o.getName(), "name of an output"));
    OutputOrigins.of(graph).forEach(o -> o.classes().forEach(c -> texts.put(c, "class name")));
    texts.forEach((text, what) -> look("The " + what, text, findings));
    for (StringStringEntryProto entry : file.proto().getMetadataPropsList()) {
      look("A metadata key", entry.getKey(), findings);
      look("Metadata " + Nodes.quoted(entry.getKey()), entry.getValue(), findings);
      if (entry.getValue().length() > LONG_TEXT) {
        findings.warn(
            "MODEL-METADATA",
            "Metadata "
                + Nodes.quoted(entry.getKey())
                + " has "
                + entry.getValue().length()
                + " characters and is cut after "
                + LONG_TEXT
                + ".",
            "Read it with another tool if the rest matters.");
      }
    }
  }

  private static void look(String what, String text, Findings findings) {
    boolean invisible = !Visible.of(text).equals(text) && !text.chars().allMatch(NamesRule::plain);
    boolean markup = MARKUP.matcher(text).find();
    boolean path = text.contains("../") || text.contains("..\\");
    if (invisible || markup || path) {
      String kind = markup ? "markup" : path ? "a path" : "invisible characters";
      findings.warn(
          "MODEL-NAMES",
          what + " holds " + kind + ": '" + Visible.of(text, 60) + "'.",
          "It is shown as text; ask where the model comes from.");
    }
  }

  /// Line ends and tabs are common in metadata and deceive nobody.
  private static boolean plain(int c) {
    return c == '\n' || c == '\r' || c == '\t' || Visible.of(Character.toString(c)).length() == 1;
  }
}

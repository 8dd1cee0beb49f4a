package dev.assay.model;

import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.STRING;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.CorpusDataset;
import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingsTest {

  private static final List<String> GUESSED = new ArrayList<>();

  @TempDir Path folder;

  static Stream<String> models() throws IOException {
    try (Stream<Path> files = Files.list(Corpus.path("models"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".onnx"))
          .filter(f -> !f.startsWith("bike_gru") && !f.startsWith("digits_cnn"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void theGuessIsTheDescribedBindingForEveryModel(String file) {
    Path path = Corpus.path("models/" + file);
    Path beside = ModelSpecs.beside(path).orElseThrow();
    String dataset = Corpus.json("models/" + beside.getFileName()).get("dataset").asString();
    ModelArtefact model = ModelReader.read(path);
    DatasetSpec spec = CorpusDataset.spec(dataset);

    ModelBinding described = Bindings.bind(model, spec, ModelSpecs.read(beside));
    ModelBinding guessed = Bindings.bind(model, spec, null);

    GUESSED.add(file);
    assertThat(guessed.task()).isEqualTo(described.task());
    assertThat(guessed.batchSensitive()).isEqualTo(described.batchSensitive());
    assertThat(guessed.inputs())
        .extracting(InputBinding::columns)
        .isEqualTo(described.inputs().stream().map(InputBinding::columns).toList());
    assertThat(guessed.inputs())
        .extracting(InputBinding::reason)
        .allMatch(r -> r.equals("same name") || r.equals("metadata feature_names"));
    assertThat(described.inputs()).extracting(InputBinding::reason).containsOnly("descriptor");
    assertThat(guessed.outputs())
        .extracting(o -> o.output() + o.meaning() + o.classes())
        .isEqualTo(
            described.outputs().stream().map(o -> o.output() + o.meaning() + o.classes()).toList());
    assertThat(guessed.outputs()).allMatch(o -> o.reason().length() > 3);
  }

  @AfterAll
  static void count() {
    System.out.println("bindings: guessed as described for " + GUESSED.size() + " models");
  }

  private static DatasetSpec dataset(Task task, List<String> classes, ColumnSpec... columns) {
    List<ColumnSpec> all = new ArrayList<>(List.of(columns));
    all.add(column("label", ColumnType.CATEGORY, ColumnRole.LABEL));
    return new DatasetSpec("d", "d", task, new LabelSpec("label", null, classes, null), all);
  }

  private static ColumnSpec column(String name, ColumnType type, ColumnRole role) {
    return new ColumnSpec(name, type, role, false, null, "test");
  }

  private static ColumnSpec number(String name) {
    return column(name, ColumnType.NUMBER, ColumnRole.FEATURE);
  }

  private static DatasetSpec binary(ColumnSpec... columns) {
    return dataset(Task.BINARY_CLASSIFICATION, List.of("no", "yes"), columns);
  }

  private ModelArtefact read(OnnxBuilder model) {
    return ModelReader.read(model.write(folder.resolve("m.onnx")));
  }

  private static OnnxBuilder scored(String input, long... shape) {
    return OnnxBuilder.model()
        .input(input, FLOAT, shape)
        .output("p", FLOAT, -1, 1)
        .node("Sigmoid", input, "p");
  }

  @Test
  void inputsAreFoundWhenNamesDifferInCaseAndPunctuation() {
    ModelBinding binding =
        Bindings.bind(read(scored("Emp_Var_Rate", -1, 1)), binary(number("emp.var.rate")), null);

    assertThat(binding.inputs())
        .containsExactly(
            new InputBinding(
                "Emp_Var_Rate", List.of("emp.var.rate"), "same name but for case and punctuation"));
  }

  @Test
  void inputsAreNotFoundWhenTwoColumnsDifferOnlyInCase() {
    ModelArtefact model = read(scored("AGE!", -1, 1));

    refused(
        () -> Bindings.bind(model, binary(number("age"), number("Age")), null),
        "Input 'AGE!' (float [N, 1]) has no column of that name in the dataset");
  }

  @Test
  void matricesAreBoundByShapeOnlyWhenNothingElseIsPossible() {
    ModelArtefact model = read(scored("x", -1, 2));
    ColumnSpec text = column("c", ColumnType.CATEGORY, ColumnRole.FEATURE);

    ModelBinding bound = Bindings.bind(model, binary(number("a"), number("b")), null);

    assertThat(bound.inputs().getFirst().columns()).containsExactly("a", "b");
    assertThat(bound.inputs().getFirst().reason()).contains("2 numeric features, in file order");
    ColumnSpec compared =
        new ColumnSpec("s", ColumnType.CATEGORY, ColumnRole.SENSITIVE, true, null, "chosen");
    assertThat(
            Bindings.bind(model, binary(number("a"), number("b"), compared), null)
                .inputs()
                .getFirst()
                .columns())
        .containsExactly("a", "b");
    refused(
        () -> Bindings.bind(model, binary(number("a"), number("b"), text), null),
        "takes 2 columns, and nothing says which");
    refused(
        () -> Bindings.bind(model, binary(number("a"), number("b"), number("c")), null),
        "takes 2 columns");
  }

  @Test
  void metadataIsNotTrustedWhenItDoesNotFit() {
    ModelArtefact model = read(scored("x", -1, 2).metadata("feature_names", "a,zebra"));

    refused(
        () -> Bindings.bind(model, binary(number("a"), number("b"), number("c")), null),
        "the names in its metadata do not fit the dataset");
  }

  @Test
  void theLabelIsNeverBoundByAGuess() {
    ModelArtefact model = read(scored("label", -1, 1));

    refused(() -> Bindings.bind(model, binary(number("a"), number("b")), null), "'label'");
  }

  @Test
  void refusalsNameBothSides() {
    ModelArtefact model = read(scored("age", -1, 1));
    ModelSpec wrong =
        new ModelSpec(
            null, List.of(new ModelSpec.Input("age", List.of("agee"), null)), List.of(), false);

    assertThatThrownBy(() -> Bindings.bind(model, binary(number("years")), wrong))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Input 'age' (float [N, 1]) is bound to column 'agee'")
        .extracting(e -> ((InputRejected) e).remedy())
        .asString()
        .contains("years");
    ModelSpec unknown =
        new ModelSpec(
            null, List.of(new ModelSpec.Input("size", List.of("a"), null)), List.of(), false);
    refused(() -> Bindings.bind(model, binary(number("age")), unknown), "input 'size'");
    ModelSpec many =
        new ModelSpec(
            null, List.of(new ModelSpec.Input("age", List.of("age", "b"), null)), List.of(), false);
    refused(
        () -> Bindings.bind(model, binary(number("age"), number("b")), many),
        "takes 1 columns, and the description names 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits_cnn", "bike_gru"})
  void imageAndSequenceModelsAreRefusedWhenNothingSaysWhatFeedsThem(String name) {
    Path path = Corpus.path("models/" + name + ".onnx");
    ModelArtefact model = ModelReader.read(path);
    ModelSpec spec = ModelSpecs.read(ModelSpecs.beside(path).orElseThrow());

    refused(
        () ->
            Bindings.bind(
                model,
                binary(number("a")),
                new ModelSpec(null, spec.inputs(), spec.outputs(), false)),
        "which the dataset lacks");
    refused(() -> Bindings.bind(model, binary(number("a")), null), "nothing says what feeds it");
  }

  private static OnnxBuilder classifier(String... labels) {
    return OnnxBuilder.model()
        .input("a", FLOAT, -1, 1)
        .maps("maps", STRING)
        .weights(floats("w", List.of(1L, 2L), 1, -1))
        .node("MatMul", "a,w", "z")
        .node("Softmax", "z", "p", OnnxBuilder.number("axis", 1))
        .node("ai.onnx.ml:ZipMap", "p", "maps", texts("classlabels_strings", labels));
  }

  private ModelBinding bindMaps(ModelSpec.Output said, String... labels) {
    ModelSpec spec = said == null ? null : new ModelSpec(null, List.of(), List.of(said), false);
    return Bindings.bind(read(classifier(labels)), binary(number("a")), spec);
  }

  @Test
  void classesAreMatchedByNameThenNumberThenIndex() {
    assertThat(bindMaps(null, "yes", "no").outputs().getFirst().classes())
        .containsExactly("yes", "no");
    assertThat(bindMaps(null, "NO", "Yes ").outputs().getFirst().classes())
        .containsExactly("no", "yes");
    assertThat(bindMaps(null, "1", "0").outputs().getFirst().classes())
        .containsExactly("yes", "no");
    refused(() -> bindMaps(null, "a", "b"), "speaks of the classes a, b");
  }

  @Test
  void classesFollowTheMapsWhenTheDescriptionListsThemInAnotherOrder() {
    ModelSpec.Output said =
        new ModelSpec.Output("maps", OutputMeaning.PROBABILITIES, List.of("no", "yes"), Map.of());

    assertThat(bindMaps(said, "yes", "no").outputs().getFirst().classes())
        .containsExactly("yes", "no");
    assertThat(bindMaps(said, "a", "b").outputs().getFirst().classes())
        .as("named by the description, in the order of the columns")
        .containsExactly("no", "yes");
  }

  @Test
  void contradictionsBetweenDescriptionAndModelAreRefused() {
    ModelArtefact model =
        read(
            OnnxBuilder.model()
                .input("a", FLOAT, -1, 1)
                .output("l", INT64, -1)
                .output("p", FLOAT, -1, 2)
                .node(
                    "ai.onnx.ml:LinearClassifier",
                    "a",
                    "l,p",
                    texts("classlabels_strings", "yes", "no")));
    ModelSpec.Output swapped =
        new ModelSpec.Output("p", OutputMeaning.PROBABILITIES, List.of("no", "yes"), Map.of());
    ModelSpec.Output three =
        new ModelSpec.Output("p", OutputMeaning.PROBABILITIES, List.of("a", "b", "c"), Map.of());

    refused(() -> bind(model, swapped), "the model itself as yes, no");
    refused(() -> bind(model, three), "3 classes, and the model itself names 2");
    refused(
        () -> bind(model, new ModelSpec.Output("q", OutputMeaning.LABEL, List.of(), Map.of())),
        "output 'q', which the model does not have");
    refused(
        () -> bind(model, new ModelSpec.Output("p", OutputMeaning.PREDICTION, List.of(), Map.of())),
        "the task is classification");
    refused(
        () -> bind(model, new ModelSpec.Output("p", OutputMeaning.LABEL, List.of(), Map.of())),
        "cannot be read as label");
  }

  private static ModelBinding bind(ModelArtefact model, ModelSpec.Output said) {
    return Bindings.bind(
        model, binary(number("a")), new ModelSpec(null, List.of(), List.of(said), false));
  }

  @Test
  void aLoneScoreSpeaksOfTheSecondClassWhateverIsPositive() {
    DatasetSpec turned = binary(number("a"));
    DatasetSpec positiveNo =
        new DatasetSpec(
            "d",
            "d",
            turned.task(),
            new LabelSpec("label", "no", List.of("no", "yes"), null),
            turned.columns());

    ModelBinding binding = Bindings.bind(read(scored("a", -1, 1)), positiveNo, null);

    assertThat(binding.outputs().getFirst().meaning())
        .isEqualTo(OutputMeaning.PROBABILITY_OF_POSITIVE);
    assertThat(binding.outputs().getFirst().classes()).containsExactly("no", "yes");
    assertThat(binding.outputs().getFirst().reason())
        .contains("it ends in Sigmoid")
        .contains("'yes'");
  }

  @Test
  void outputsThatNobodyCanReadAreRefused() {
    ModelArtefact model =
        read(
            OnnxBuilder.model()
                .input("a", FLOAT, -1, 1)
                .output("score", FLOAT, -1, 1)
                .weights(floats("w", List.of(1L, 1L), 1))
                .node("MatMul", "a,w", "score"));

    refused(
        () -> Bindings.bind(model, binary(number("a")), null),
        "No output can be read as classes or scores of the dataset's 2 classes: 'score'");
    List<String> five =
        List.of("age", "education_num", "capital_gain", "capital_loss", "hours_per_week");
    ModelSpec rank4 =
        new ModelSpec(
            null,
            List.of(new ModelSpec.Input("x", five, null)),
            List.of(
                new ModelSpec.Output(
                    "y", OutputMeaning.PROBABILITY_OF_POSITIVE, List.of(), Map.of())),
            false);
    refused(
        () ->
            Bindings.bind(
                ModelReader.read(Corpus.path("hostile/models/output_rank4.onnx")),
                CorpusDataset.spec("adult_test"),
                rank4),
        "Output 'y' (float [N, 5, 1, 1]) cannot be read as probability of positive");
  }

  @Test
  void wrongInputNamesAreAskedFor() {
    ModelArtefact model = ModelReader.read(Corpus.path("hostile/models/wrong_input_names.onnx"));

    refused(
        () -> Bindings.bind(model, CorpusDataset.spec("adult_test"), null),
        "'totally_unrelated_name' (float [N, 5]) takes 5 columns");
  }

  @Test
  void tasksMustAgree() {
    ModelSpec regression = new ModelSpec(Task.REGRESSION, List.of(), List.of(), false);

    refused(
        () -> Bindings.bind(read(scored("a", -1, 1)), binary(number("a")), regression),
        "says regression, and the dataset's label is for binary classification");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatThrownBy(work).isInstanceOf(InputRejected.class).hasMessageContaining(words);
  }
}

package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.CorpusDataset;
import dev.assay.TextModel;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.Warning;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformerReaderTest {

  @TempDir Path scratch;

  @Test
  void readSaysWhatTheFolderHolds() {
    Transformer bert = beside(Corpus.path("models/toxicity_bert"));
    Transformer roberta = beside(Corpus.path("models/sentiment_roberta"));

    assertThat(bert.architecture()).isEqualTo("BertForSequenceClassification");
    assertThat(bert.labels()).containsExactly("nontoxic", "toxic");
    assertThat(bert.tokenizer()).isEqualTo("WordPiece");
    assertThat(bert.vocabulary()).isEqualTo(4_000);
    assertThat(bert.maxLength()).isEqualTo(128);
    assertThat(bert.unknownId()).isEqualTo(1);
    assertThat(bert.files()).containsKeys("model.onnx", "config.json", "tokenizer.json");
    assertThat(roberta.tokenizer()).isEqualTo("BPE");
    assertThat(roberta.positions()).isEqualTo(66);
    assertThat(roberta.maxLength()).isEqualTo(64);
    assertThat(roberta.padId()).isEqualTo(1);
  }

  @Test
  void theDigestChangesWhenOnlyTheTokenizerDoes() {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    String before = ModelReader.read(folder).digest().sha256();

    TextModel.change(folder, "tokenizer.json", "\"lowercase\"", " \"lowercase\"");

    assertThat(ModelReader.read(folder).digest().sha256()).isNotEqualTo(before);
  }

  @Test
  void variantsAreKnownAndOneIsChosenByNamingItsFile() throws IOException {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    Path graphs = Files.createDirectory(folder.resolve("onnx"));
    Path eight = graphs.resolve("model_int8.onnx");
    Files.copy(Corpus.path("models/toxicity_bert_int8/model.onnx"), eight);
    Files.copy(folder.resolve("model.onnx"), graphs.resolve("model_O2.onnx"));

    ModelArtefact byFolder = ModelReader.read(folder);
    ModelArtefact byFile = ModelReader.read(eight);

    assertThat(byFolder.transformer().variants())
        .extracting(Transformer.Variant::kind)
        .containsExactly("fp32", "optimised O2", "int8");
    assertThat(byFile.transformer().variants())
        .extracting(Transformer.Variant::kind)
        .containsExactly("default", "optimised O2", "int8 dynamic");
    assertThat(byFolder.transformer().variant()).isEqualTo("model.onnx");
    assertThat(byFile.transformer().variant()).isEqualTo("onnx/model_int8.onnx");
    assertThat(byFile.quantisation()).isEqualTo("int8 dynamic");
    assertThat(TransformerFolder.inPrecision(folder, "int8")).isEqualTo(eight);
    assertThat(TransformerFolder.inPrecision(folder, "fp32"))
        .isEqualTo(folder.resolve("model.onnx"));
  }

  @Test
  void aPrecisionThatIsNotThereOrNotClearIsSaid() throws IOException {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    assertThatThrownBy(() -> TransformerFolder.inPrecision(folder, "fp16"))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("Folder 'm' has no graph in fp16; it holds")
        .hasMessageContaining("model.onnx");
    Files.copy(folder.resolve("model.onnx"), folder.resolve("model_fp16.onnx"));
    Files.copy(folder.resolve("model.onnx"), folder.resolve("model_float16.onnx"));
    assertThatThrownBy(() -> TransformerFolder.inPrecision(folder, "fp16"))
        .hasMessageContaining("has several graphs in fp16");
    assertThatThrownBy(() -> TransformerFolder.inPrecision(folder.resolve("model.onnx"), "fp16"))
        .hasMessageContaining("is no folder with graphs in several precisions");
    assertThatThrownBy(() -> TransformerFolder.inPrecision(folder, "fp8"))
        .hasMessageContaining("There is no precision 'fp8'");
  }

  @Test
  void severalGraphsWithoutADefaultAreNotGuessedAmong() throws IOException {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    Files.copy(folder.resolve("model.onnx"), folder.resolve("model_O1.onnx"));
    Files.move(folder.resolve("model.onnx"), folder.resolve("model_O2.onnx"));

    refused(folder, "none is called model.onnx: model_O1.onnx, model_O2.onnx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not_json | is no valid JSON",
        "empty | has 0 bytes",
        "empty_object | has no model with a vocabulary",
        "array | does not hold a JSON object",
        "unknown_model_type | is of the kind 'NoSuchModel'",
        "vocab_out_of_range | ids up to 103,999 and the model knows 4,000 tokens",
        "no_unk | says that '[UNK]' stands for unknown words",
        "deeply_nested | nested deeper than 64",
      })
  void hostileTokenizersAreSentences(String name, String sentence) throws IOException {
    refused(with(name), sentence);
  }

  @ParameterizedTest
  @CsvSource({"vocab_permuted, TOKENIZER-OTHER-VOCABULARY", "huge_vocab, TOKENIZER-VOCABULARY"})
  void doubtfulTokenizersAreWarnings(String name, String code) throws IOException {
    assertThat(beside(with(name)).warnings()).extracting(Warning::code).contains(code);
  }

  @Test
  void anEnormousTokenizerIsRefusedBySize() throws IOException {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("tokenizer.json").toFile(), "rw")) {
      file.setLength(500L << 20);
    }

    refused(folder, "has 524288000 bytes");
  }

  @ParameterizedTest
  @CsvSource({"tokenizer.json", "config.json", "model.onnx"})
  void aMissingFileIsNamed(String name) throws IOException {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    Files.delete(folder.resolve(name));

    refused(folder, name.equals("model.onnx") ? "holds no ONNX graph" : "has no " + name);
  }

  @Test
  void aTokenizerThatKeepsMoreThanTheModelCanPlaceIsCutDownAndSaidSo() {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    TextModel.change(folder, "tokenizer_config.json", "128", "512");

    Transformer beside = beside(folder);

    assertThat(beside.maxLength()).isEqualTo(128);
    assertThat(beside.warnings()).extracting(Warning::code).contains("TOKENIZER-TOO-LONG");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1\": \"toxic\"|\"1\": \"toxic\", \"2\": \"other\"|names 3 classes, and output 'logits'",
        "\"1\": \"toxic\"|\"2\": \"toxic\"|which are not 0 to 1",
        "\"1\": \"toxic\"|\"1\": \"nontoxic\"|gives two classes the same name",
        "\"1\": \"toxic\"|\"one\": \"toxic\"|names the class 'one' by no number",
        "BertForSequence|BertForToken|The model gives each word a tag, and the dataset has no"
            + " column of words",
      })
  void labelsAndHeadsThatDoNotFitAreSentences(String from, String to, String sentence) {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    TextModel.change(folder, "config.json", from, to);

    assertThatThrownBy(() -> bind(folder, texts("text")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void labelsThatOnlyCountAreTheClassesOfTheDatasetInOrder() {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    TextModel.change(folder, "config.json", "\"0\": \"nontoxic\"", "\"0\": \"LABEL_0\"");
    TextModel.change(folder, "config.json", "\"1\": \"toxic\"", "\"1\": \"LABEL_1\"");

    ModelBinding binding = bind(folder, texts("text"));

    assertThat(binding.outputs().getFirst().classes()).containsExactly("nontoxic", "toxic");
    assertThat(binding.outputs().getFirst().meaning()).isEqualTo(OutputMeaning.LOGITS);
  }

  @ParameterizedTest
  @CsvSource({"REGRESSION, PREDICTION", "BINARY_CLASSIFICATION, LOGIT_OF_POSITIVE"})
  void aHeadWithOneNumberIsAPredictionOrTheLogitOfThePositiveClass(Task task, OutputMeaning head) {
    Path folder = TextModel.oneNumber(scratch.resolve("m"));
    DatasetSpec texts = texts("text");
    LabelSpec label = task == Task.REGRESSION ? numbers() : texts.label();

    ModelBinding binding = bind(folder, new DatasetSpec("d", "d", task, label, texts.columns()));

    assertThat(binding.task()).isEqualTo(task);
    assertThat(binding.outputs().getFirst().meaning()).isEqualTo(head);
  }

  @Test
  void aClassifierIsRefusedForALabelOfNumbers() {
    DatasetSpec texts = texts("text");
    DatasetSpec numbers = new DatasetSpec("d", "d", Task.REGRESSION, numbers(), texts.columns());

    assertThatThrownBy(() -> bind(Corpus.path("models/toxicity_bert"), numbers))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("binary classification, and the dataset's label is for regression");
  }

  private static LabelSpec numbers() {
    return new LabelSpec("label", null, List.of(), null);
  }

  @Test
  void bindTakesOneColumnOfTextOrAPairAndRefusesNoneAndThree() {
    Path folder = Corpus.path("models/toxicity_bert");

    assertThat(bind(folder, texts("text")).inputs().getFirst().columns()).containsExactly("text");
    assertThat(bind(folder, texts("a", "b")).inputs())
        .allSatisfy(i -> assertThat(i.columns()).containsExactly("a", "b"));
    assertThatThrownBy(() -> bind(folder, texts()))
        .hasMessageContaining("No column of the dataset holds the texts");
    assertThatThrownBy(() -> bind(folder, texts("a", "b", "c")))
        .hasMessageContaining("3 columns of text");
  }

  @Test
  void bindReadsTheCorpusDatasetByItsDescription() {
    ModelBinding binding =
        bind(Corpus.path("models/toxicity_bert"), CorpusDataset.spec("madlibs_test"));

    assertThat(binding.inputs()).hasSize(3);
    assertThat(binding.task()).isEqualTo(Task.BINARY_CLASSIFICATION);
  }

  private static ModelBinding bind(Path folder, DatasetSpec dataset) {
    return Bindings.bind(ModelReader.read(folder), dataset, null);
  }

  private static DatasetSpec texts(String... names) {
    List<ColumnSpec> columns =
        List.of(names).stream()
            .map(n -> new ColumnSpec(n, ColumnType.STRING, ColumnRole.TEXT, false, null, "test"))
            .toList();
    LabelSpec label = new LabelSpec("label", "toxic", List.of("nontoxic", "toxic"), null);
    return new DatasetSpec("d", "d", Task.BINARY_CLASSIFICATION, label, columns);
  }

  private Path with(String tokenizer) throws IOException {
    Path folder = TextModel.copy("toxicity_bert", scratch.resolve("m"));
    Files.copy(
        Corpus.path("hostile/tokenizers/" + tokenizer + ".json"),
        folder.resolve("tokenizer.json"),
        StandardCopyOption.REPLACE_EXISTING);
    return folder;
  }

  private static Transformer beside(Path folder) {
    return ModelReader.read(folder).transformer();
  }

  private static void refused(Path folder, String sentence) {
    assertThatThrownBy(() -> ModelReader.read(folder))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(sentence);
  }
}

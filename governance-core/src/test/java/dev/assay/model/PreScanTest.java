package dev.assay.model;

import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.external;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.longs;
import static dev.assay.OnnxBuilder.model;
import static dev.assay.OnnxBuilder.number;
import static dev.assay.OnnxBuilder.truth;
import static dev.assay.OnnxBuilder.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreScanTest {

  @TempDir Path folder;

  private PreScan scan(OnnxBuilder model) {
    return ModelReader.read(model.write(folder.resolve("m.onnx"))).preScan();
  }

  private static OnnxBuilder one(String operator, String inputs) {
    return model().input("x", FLOAT, -1, 5).output("y").node(operator, inputs, "y");
  }

  private static OnnxBuilder identity() {
    return one("Identity", "x");
  }

  private static void refused(PreScan scan, String code, String words) {
    assertThat(scan.verdict()).isEqualTo(PreScan.Verdict.REFUSED);
    assertThat(scan.findings().getFirst().code()).isEqualTo(code);
    assertThat(scan.findings().getFirst().sentence()).contains(words);
  }

  @Test
  void scanIsCleanWhenNothingIsSuspicious() {
    assertThat(scan(identity())).isEqualTo(new PreScan(PreScan.Verdict.CLEAN, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "C:\\w.bin", "\\\\host\\w", "a/../../w", "..", "a\\w"})
  void externalDataIsRefusedWhenItsPathLeavesTheFolder(String location) {
    PreScan scan = scan(identity().weights(external("w", List.of(2L), "location", location)));

    refused(scan, "MODEL-EXTERNAL-DATA", "'w'");
  }

  @ParameterizedTest
  @CsvSource({
    "offset,-5,negative",
    "length,-1,negative",
    "offset,abc,no number",
    "offset,99999999999999999999,no number",
    "length,4,takes 4 bytes",
    "offset,9,too short",
    "location,w.bin,twice"
  })
  void externalDataIsRefusedWhenItsEntriesAreWrong(String key, String value, String words)
      throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[8]);

    PreScan scan =
        scan(identity().weights(external("w", List.of(2L), "location", "w.bin", key, value)));

    refused(scan, "MODEL-EXTERNAL-DATA", words);
  }

  @Test
  void externalDataIsRefusedWhenItIsAHardLinkOrNoFile() throws IOException {
    Path secret = Files.write(folder.resolve("secret"), new byte[8]);
    Files.createLink(folder.resolve("linked.bin"), secret);
    Files.createDirectory(folder.resolve("dir.bin"));

    refused(
        scan(identity().weights(external("w", List.of(2L), "location", "linked.bin"))),
        "MODEL-EXTERNAL-DATA",
        "hard link");
    refused(
        scan(identity().weights(external("w", List.of(2L), "location", "dir.bin"))),
        "MODEL-EXTERNAL-DATA",
        "no regular file");
  }

  @Test
  void externalDataPassesWhenItLiesInASubfolder() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.write(folder.resolve("data/w.bin"), new byte[8]);

    OnnxBuilder model = identity().weights(external("w", List.of(2L), "location", "data/w.bin"));

    assertThat(scan(model).verdict()).isEqualTo(PreScan.Verdict.CLEAN);
  }

  @Test
  void tensorsAreRefusedWhenTheyHoldSomethingElseThanTheyDeclare() {
    refused(scan(identity().weights(floats("w", List.of(3L), 1, 2))), "MODEL-TENSOR", "3 values");
    refused(scan(identity().weights(floats("w", List.of(-3L), 1))), "MODEL-TENSOR", "negative");
    refused(
        scan(identity().weights(floats("w", List.of(1L << 31, 1L << 31, 1L << 31), 1))),
        "MODEL-TENSOR",
        "more elements");
    TensorProto raw =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(FLOAT)
            .addDims(2)
            .setRawData(ByteString.copyFrom(new byte[7]))
            .build();
    refused(scan(identity().weights(raw)), "MODEL-TENSOR", "8 bytes, and holds 7");
    TensorProto strange = raw.toBuilder().setDataType(99).build();
    refused(scan(identity().weights(strange)), "MODEL-TENSOR", "element type 99");
  }

  @Test
  void graphIsRefusedWhenAValueIsMadeTwiceOrNeverOrTooEarly() {
    refused(scan(identity().node("Relu", "x", "y")), "MODEL-GRAPH", "Value 'y' is made twice");
    refused(
        scan(model().input("x", FLOAT, -1, 5).output("z").node("Relu", "x", "y")),
        "MODEL-GRAPH",
        "Nothing makes the output 'z'");
    refused(
        scan(
            model()
                .input("x", FLOAT, -1, 5)
                .output("a")
                .node("Add", "x,b", "a")
                .node("Add", "x,a", "b")),
        "MODEL-CYCLE",
        "wait for each other");
  }

  @Test
  void cyclesAreFoundWhenTheyPassThroughASubgraph() {
    GraphProto branch = model().output("o", FLOAT).node("Identity", "later", "o").graph();
    OnnxBuilder model =
        model()
            .input("x", FLOAT, -1, 5)
            .output("later")
            .weights(truth("c", true))
            .node(
                "If",
                "c",
                "now",
                OnnxBuilder.graph("then_branch", branch),
                OnnxBuilder.graph("else_branch", branch))
            .node("Add", "x,now", "later");

    refused(scan(model), "MODEL-CYCLE", "wait for each other");
  }

  @Test
  void memoryIsRefusedWhenASmallFileAsksForMuch() {
    OnnxBuilder doubling = model().input("x", FLOAT, -1, 8).output("h40");
    doubling.node("Identity", "x", "h0");
    for (int i = 0; i < 40; i++) {
      doubling.node("Concat", "h" + i + ",h" + i, "h" + (i + 1), number("axis", 1));
    }
    refused(scan(doubling), "MODEL-MEMORY", "GiB");
    OnnxBuilder expand =
        model()
            .input("x", FLOAT, -1, 1)
            .output("y")
            .weights(longs("a", List.of(1L), 1L << 20))
            .node("Concat", "a,a", "s", number("axis", 0))
            .node("Expand", "x,s", "y");
    refused(scan(expand), "MODEL-MEMORY", "4.0 TiB");
    OnnxBuilder range =
        model()
            .input("x", INT64, -1)
            .output("y")
            .weights(longs("from", List.of(), 0))
            .weights(longs("to", List.of(), 1L << 40))
            .weights(longs("by", List.of(), 1))
            .node("Range", "from,to,by", "y");
    refused(scan(range), "MODEL-MEMORY", "8.0 TiB");
    OnnxBuilder oneHot =
        model()
            .input("x", INT64, -1)
            .output("y")
            .weights(longs("d", List.of(), 1L << 36))
            .weights(floats("v", List.of(2L), 0, 1))
            .node("OneHot", "x,d,v", "y");
    refused(scan(oneHot), "MODEL-MEMORY", "GiB");
  }

  @Test
  void memoryIsRefusedWhenTheBombHidesInASubgraph() {
    GraphProto bomb =
        model()
            .output("o", FLOAT)
            .weights(longs("s", List.of(1L), 1L << 40))
            .node("ConstantOfShape", "s", "o")
            .graph();
    OnnxBuilder model =
        model()
            .input("x", FLOAT, -1, 5)
            .output("y")
            .weights(truth("c", true))
            .node(
                "If",
                "c",
                "y",
                OnnxBuilder.graph("then_branch", bomb),
                OnnxBuilder.graph("else_branch", bomb));

    refused(scan(model), "MODEL-MEMORY", "4.0 TiB");
  }

  private static OnnxBuilder loop(String trip, String condition, GraphProto body) {
    return model()
        .input("x", FLOAT, -1, 5)
        .output("y")
        .weights(longs("forever", List.of(), Long.MAX_VALUE))
        .weights(longs("ten", List.of(), 10))
        .weights(truth("yes", true))
        .weights(truth("no", false))
        .node("Loop", trip + "," + condition + ",x", "y", OnnxBuilder.graph("body", body));
  }

  private static GraphProto body(String condition) {
    return GraphProto.newBuilder()
        .setName("body")
        .addInput(value("i", INT64))
        .addInput(value("c", OnnxBuilder.BOOL))
        .addInput(value("v", FLOAT, -1, 5))
        .addNode(OnnxBuilder.nodeOf("Identity", condition, "c2"))
        .addNode(OnnxBuilder.nodeOf("Relu", "v", "v2"))
        .addNode(OnnxBuilder.nodeOf("ReduceMax", "v", "m", number("keepdims", 0)))
        .addNode(OnnxBuilder.nodeOf("Cast", "m", "data", number("to", OnnxBuilder.BOOL)))
        .addOutput(value("c2", OnnxBuilder.BOOL))
        .addOutput(value("v2", FLOAT, -1, 5))
        .build();
  }

  @Test
  void loopsAreRefusedWhenNothingEndsThem() {
    refused(scan(loop("forever", "yes", body("c"))), "MODEL-ENDLESS-LOOP", "without end");
    refused(scan(loop("", "", body("c"))), "MODEL-ENDLESS-LOOP", "without end");
    refused(scan(loop("", "yes", body("yes"))), "MODEL-ENDLESS-LOOP", "without end");
  }

  @Test
  void loopsPassWhenTheyEnd() {
    assertThat(scan(loop("ten", "yes", body("c"))).verdict()).isEqualTo(PreScan.Verdict.CLEAN);
    assertThat(scan(loop("forever", "no", body("c"))).verdict()).isEqualTo(PreScan.Verdict.CLEAN);
    PreScan byData = scan(loop("forever", "yes", body("data")));
    assertThat(byData.verdict()).isEqualTo(PreScan.Verdict.WARNING);
    assertThat(byData.findings().getFirst().sentence()).contains("as the data says");
  }

  @Test
  void graphsThatCrashTheRuntimeAreRefused() {
    OnnxBuilder transposed =
        model()
            .input("x", FLOAT, 1, 1, 8, 8)
            .output("y")
            .weights(floats("w", List.of(1L, 1L, 1L, 1L), 1))
            .node("ConvTranspose", "x,w", "y", number("group", 0));
    refused(scan(transposed), "MODEL-CRASHES-RUNTIME", "group 0");
    for (String operator : List.of("Div", "Mod")) {
      OnnxBuilder division =
          model()
              .input("x", INT64, 1)
              .output("y")
              .weights(longs("a", List.of(1L), Long.MIN_VALUE))
              .weights(longs("b", List.of(1L), -1))
              .node(operator, "a,b", "c")
              .node("Add", "x,c", "y");
      refused(scan(division), "MODEL-CRASHES-RUNTIME", "by -1");
    }
    OnnxBuilder scalar = model().input("x", FLOAT).output("y");
    scalar.node("ai.onnx.ml:Normalizer", "x", "y");
    refused(scan(scalar), "MODEL-CRASHES-RUNTIME", "scalar");
    OnnxBuilder embedding =
        model()
            .input("ids", OnnxBuilder.INT32, 1, 2)
            .output("y")
            .weights(floats("we", List.of(1L, 1L), 1))
            .weights(floats("gamma", List.of(1L), 1))
            .weights(floats("b", List.of(), 1))
            .node("Identity", "b", "beta")
            .node("com.microsoft:EmbedLayerNormalization", "ids,,we,we,,gamma,beta", "y,m");
    refused(scan(embedding), "MODEL-CRASHES-RUNTIME", "beta with 0 dimensions");
  }

  @Test
  void operatorsAreJudgedByDomainAndVersion() {
    refused(scan(one("Gelu", "x")), "MODEL-OPERATOR", "from opset 20 on");
    refused(scan(one("Upsample", "x,x")), "MODEL-OPERATOR", "withdrawn by opset 17");
    refused(scan(one("org.evil:Relu", "x")), "MODEL-OPERATOR", "native library");
    PreScan contrib = scan(one("com.microsoft:FastGelu", "x"));
    assertThat(contrib.verdict()).isEqualTo(PreScan.Verdict.WARNING);
    assertThat(contrib.findings().getFirst().sentence()).contains("FastGelu");
  }

  @Test
  void functionsOfTheModelAreOperatorsToo() {
    FunctionProto twice =
        FunctionProto.newBuilder()
            .setName("Twice")
            .setDomain("own")
            .addInput("a")
            .addOutput("b")
            .addNode(OnnxBuilder.nodeOf("Add", "a,a", "b"))
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
            .build();

    assertThat(scan(one("own:Twice", "x").function(twice)).verdict())
        .isEqualTo(PreScan.Verdict.CLEAN);
    FunctionProto evil = twice.toBuilder().addNode(OnnxBuilder.nodeOf("NoSuch", "a", "c")).build();
    refused(scan(one("own:Twice", "x").function(evil)), "MODEL-OPERATOR", "NoSuch");
  }

  @Test
  void nestingIsRefusedWhenNoStackCouldFollow() throws IOException {
    byte[] graph = GraphProto.newBuilder().setName("g").build().toByteArray();
    for (int i = 0; i < 5_000; i++) {
      graph = field(1, field(5, field(6, graph)));
    }
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(model);
    out.writeInt64(1, 8);
    out.writeByteArray(7, graph);
    out.flush();
    Path file = Files.write(folder.resolve("nested.onnx"), model.toByteArray());

    assertThatThrownBy(() -> ModelReader.read(file))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("nests deeper than 100 levels");
  }

  private static byte[] field(int number, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 16);
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeByteArray(number, content);
    out.flush();
    return bytes.toByteArray();
  }

  @Test
  void inputsNarrowedToHalfPrecisionAreTold() {
    PreScan scan =
        scan(
            model()
                .input("x", FLOAT, -1, 5)
                .output("y")
                .node("Cast", "x", "y", number("to", OnnxBuilder.FLOAT16)));

    assertThat(scan.verdict()).isEqualTo(PreScan.Verdict.WARNING);
    assertThat(scan.findings().getFirst().sentence()).contains("'x'").contains("65,504");
  }

  @Test
  void equalFindingsAreToldOnceWithTheirNumber() {
    OnnxBuilder model = identity();
    for (int i = 0; i < 12; i++) {
      model.weights(external("w" + i, List.of(2L), "location", "none.bin"));
    }

    PreScan scan = scan(model);

    assertThat(scan.findings()).hasSize(5);
    assertThat(scan.findings().getLast().sentence()).endsWith("There are 7 more like this.");
  }
}

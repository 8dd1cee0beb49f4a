package dev.assay.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class WallsTest {

  private static final String BASE = "dev.assay";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @Test
  void everyPackageIsARoomOfTheHouse() {
    assertThat(HOUSE).isNotEmpty();
    assertThat(HOUSE)
        .allSatisfy(type -> assertThat(Rooms.ORDER).contains(Rooms.of(type, BASE).orElseThrow()));
  }

  @Test
  void roomsUseOnlyRoomsBelowThem() {
    order(BASE).check(HOUSE);
  }

  @Test
  void theRuleBitesOnAPlantedViolation() {
    JavaClasses planted = new ClassFileImporter().importPackages("dev.assay.house.planted");
    assertThatThrownBy(() -> order("dev.assay.house.planted").check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cellar");
  }

  @Test
  void duckDbStaysInItsRoom() {
    only("org.duckdb..", "dev.assay.dataset.duckdb..");
  }

  @Test
  void onnxRuntimeStaysInItsRoom() {
    only("ai.onnxruntime..", "dev.assay.inference.onnx..");
  }

  @Test
  void tokenizersStayInTheirRoom() {
    only("ai.djl..", "dev.assay.inference.tokenize..");
  }

  @Test
  void onnxProtobufStaysInItsRooms() {
    only("ai.onnx.proto..", "dev.assay.model..", "dev.assay.inference.onnx..");
    only("com.google.protobuf..", "dev.assay.model..", "dev.assay.inference.onnx..");
  }

  @Test
  void sqlStaysInItsRooms() {
    only("java.sql..", "dev.assay.store.sqlite..", "dev.assay.dataset.duckdb..");
    only("org.sqlite..", "dev.assay.store.sqlite..");
  }

  @Test
  void chartsAndPagesStayInTheirRooms() {
    only("org.jfree..", "dev.assay.chart..");
    only("java.awt..", "dev.assay.chart..", "dev.assay.report..", "dev.assay.inference.image..");
    only("javax.imageio..", "dev.assay.report..", "dev.assay.inference.image..");
    only("com.openhtmltopdf..", "dev.assay.report..");
    only("org.apache.pdfbox..", "dev.assay.report..");
  }

  @Test
  void signaturesOfPdfsAndTheOnlyQuestionOverANetworkStayInTheirRoom() {
    only("org.bouncycastle..", "dev.assay.report.seal..");
    only("java.net.http..", "dev.assay.report.seal..");
  }

  @Test
  void markdownAndDifferencesStayInTheirRooms() {
    only("org.commonmark..", "dev.assay.modelcard..");
    only("com.github.difflib..", "dev.assay.common..");
  }

  @Test
  void nobodyPrintsOrEndsTheProcessOutsideTheWorker() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.worker..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .because("the core returns records; the command line and the window show them")
        .check(HOUSE);
  }

  @Test
  void noStaticFieldCanChange() {
    fields()
        .that()
        .areStatic()
        .and()
        .areNotFinal()
        .should()
        .bePrivate()
        .andShould()
        .beFinal()
        .allowEmptyShould(true)
        .because("state belongs to objects that somebody owns")
        .check(HOUSE);
  }

  private static ArchRule order(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(Rooms.useOnlyRoomsBelow(base))
        .because("a room that reaches up makes the house a knot");
  }

  private static void only(String library, String... rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("one room a library")
        .check(HOUSE);
  }
}

package dev.assay.report.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.AssayException;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.report.Conformance;
import dev.assay.report.Reports;
import dev.assay.report.SampleDossiers;
import dev.assay.report.content.ReportKind;
import dev.assay.report.content.ReportPlan;
import dev.assay.signoff.PersonKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class PdfSealTest {

  private static final Instant TIME = Instant.parse("2026-11-26T03:00:00Z");
  private static final PersonKey KEY = PersonKey.generate("jane.doe");
  private static final Sealer JANE =
      new Sealer(KEY, KEY.certificate(TIME), "Dr. Jane Doe", "approval", TIME);

  @Test
  void aSignedReportSaysByWhomAndIsWhole() throws Exception {
    byte[] report = Reports.pdf(SampleDossiers.adult(), ReportPlan.of(ReportKind.EXECUTIVE));
    byte[] signed = PdfSeal.sign(report, JANE, null);

    assertThat(signed).startsWith(report);
    assertThat(SealReader.read(report)).isEmpty();
    assertThat(SealReader.read(signed))
        .singleElement()
        .satisfies(
            seal -> {
              assertThat(seal.faults()).isEmpty();
              assertThat(seal.name()).isEqualTo("Dr. Jane Doe");
              assertThat(seal.reason()).isEqualTo("approval");
              assertThat(seal.claimed()).isEqualTo(TIME);
              assertThat(seal.key()).isEqualTo(KEY.verifier());
              assertThat(seal.certificate()).isEqualTo("CN=person/jane.doe");
              assertThat(seal.stamp()).isNull();
            });
    assertThat(Conformance.faults(signed)).isEmpty();
  }

  @Test
  void theSignatureIsPadesBaseline() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(PdfSeal.sign(small(), JANE, null))) {
      var signature = pdf.getLastSignatureDictionary();
      assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
      var signer =
          new org.bouncycastle.cms.CMSSignedData(
                  new org.bouncycastle.asn1.ASN1InputStream(signature.getContents())
                      .readObject()
                      .getEncoded())
              .getSignerInfos()
              .getSigners()
              .iterator()
              .next();
      var attributes = signer.getSignedAttributes();
      assertThat(
              attributes.get(
                  org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.id_aa_signingCertificateV2))
          .isNotNull();
      assertThat(attributes.get(org.bouncycastle.asn1.cms.CMSAttributes.signingTime)).isNull();
      assertThat(attributes.size()).isEqualTo(3);
    }
  }

  @Test
  void everyChangedByteIsRefused() throws Exception {
    byte[] signed = PdfSeal.sign(small(), JANE, null);
    List<Integer> unseen =
        IntStream.range(0, signed.length)
            .parallel()
            .filter(
                at -> {
                  byte[] changed = signed.clone();
                  changed[at] ^= (byte) (at % 2 == 0 ? 0x20 : 0x01);
                  return holds(changed);
                })
            .boxed()
            .toList();

    System.out.println("sealed pdf: " + signed.length + " bytes changed one by one");
    assertThat(unseen).isEmpty();
  }

  @Test
  void whatIsAddedCutOrSignedBySomebodyElseIsRefused() throws Exception {
    byte[] signed = PdfSeal.sign(small(), JANE, null);
    byte[] longer = Arrays.copyOf(signed, signed.length + 1);
    longer[signed.length] = '\n';
    PersonKey other = PersonKey.generate("jane.doe");
    Sealer forged = new Sealer(other, KEY.certificate(TIME), "Dr. Jane Doe", "approval", TIME);

    assertThat(holds(signed)).isTrue();
    assertThat(holds(longer)).isFalse();
    assertThat(holds(Arrays.copyOf(signed, signed.length - 1))).isFalse();
    assertThat(holds(PdfSeal.sign(small(), forged, null))).isFalse();
    assertThat(holds(edited(signed))).isFalse();
    assertThatThrownBy(
            () -> SealReader.read("no pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            AssayException.class, e -> assertThat(e.code()).isEqualTo("VERIFY-PDF"));
  }

  @Test
  void aTimeStampIsTakenFromTheAuthorityAndRead() throws Exception {
    FakeAuthority authority = new FakeAuthority();
    byte[] report = Reports.pdf(SampleDossiers.adult(), ReportPlan.of(ReportKind.EXECUTIVE));
    byte[] signed = PdfSeal.sign(report, JANE, authority);
    Seal seal = SealReader.read(signed).getFirst();

    assertThat(seal.faults()).isEmpty();
    assertThat(seal.stamp())
        .isEqualTo(new Seal.Stamp(FakeAuthority.TIME, "CN=Time Stamps for Tests"));
    assertThat(authority.asked()).isOne();
    assertThat(Conformance.faults(signed)).isEmpty();
  }

  @Test
  void anAuthorityOverTheNetworkIsAskedOnce() throws Exception {
    try (FakeAuthority.Server server = new FakeAuthority().serve()) {
      byte[] signed = PdfSeal.sign(small(), JANE, new TimeStampAuthority(server.address()));

      assertThat(SealReader.read(signed).getFirst().stamp()).isNotNull();
      assertThat(server.requests()).containsExactly("application/timestamp-query");
    }
  }

  @Test
  void anAuthorityThatStampsSomethingElseOrNothingIsRefused() throws Exception {
    FakeAuthority authority = new FakeAuthority();
    byte[] other = FakeAuthority.other();
    failed(() -> PdfSeal.sign(small(), JANE, r -> authority.ask(other)), "SEAL-STAMP");
    failed(() -> PdfSeal.sign(small(), JANE, r -> new byte[] {1, 2, 3}), "SEAL-STAMP");
    failed(
        () -> PdfSeal.sign(small(), JANE, new TimeStampAuthority("http://127.0.0.1:1/tsa")),
        "SEAL-TSA");
    assertThatThrownBy(() -> new TimeStampAuthority("file:///etc/passwd"))
        .isInstanceOf(UsageError.class);
  }

  private static void failed(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(WorkFailed.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static boolean holds(byte[] pdf) {
    try {
      List<Seal> seals = SealReader.read(pdf);
      return !seals.isEmpty() && seals.stream().allMatch(Seal::holds);
    } catch (AssayException refused) {
      return false;
    }
  }

  /// Something written after the signature, as an editor would.
  private static byte[] edited(byte[] signed) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(signed)) {
      pdf.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      pdf.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
      pdf.saveIncremental(out);
      return out.toByteArray();
    }
  }

  private static byte[] small() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }
}

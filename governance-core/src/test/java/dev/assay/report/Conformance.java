package dev.assay.report;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// Asks veraPDF, the reference validator, whether a PDF keeps a standard.
public final class Conformance {

  private Conformance() {}

  /// What breaks PDF/A-3 at level A and PDF/UA-1, each rule once; empty = nothing does.
  public static List<String> faults(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    TreeSet<String> faults = new TreeSet<>();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          PDFAValidator validator =
              Foundries.defaultInstance().createValidator(flavour, 200, false, false, false)) {
        ValidationResult result = validator.validate(parser);
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            faults.add(
                flavour.getId()
                    + " "
                    + assertion.getRuleId().getClause()
                    + "-"
                    + assertion.getRuleId().getTestNumber()
                    + " "
                    + assertion.getMessage()
                    + " @ "
                    + assertion.getLocation().getContext());
          }
        }
        if (faults.isEmpty() && !result.isCompliant()) {
          faults.add(flavour.getId() + " is not kept");
        }
      }
    }
    return List.copyOf(faults);
  }
}

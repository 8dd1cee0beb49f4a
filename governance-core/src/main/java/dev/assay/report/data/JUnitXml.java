package dev.assay.report.data;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Findings as JUnit XML, so that a CI shows them as tests: a broken limit is a failure, one that
/// cannot be decided an error. Findings for information never fail a build; what they say stands in
/// the output.
public final class JUnitXml {

  private JUnitXml() {}

  /// The file's bytes, UTF-8.
  public static byte[] of(Dossier dossier) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      suite(xml, dossier.audit());
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail to be written to", e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void suite(XMLStreamWriter xml, Audit audit) throws XMLStreamException {
    String tests = String.valueOf(audit.findings().size());
    String failures = String.valueOf(count(audit, Verdict.FAIL));
    String errors = String.valueOf(count(audit, Verdict.INSUFFICIENT_EVIDENCE));
    xml.writeStartElement("testsuites");
    totals(xml, "assay", tests, failures, errors);
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    totals(xml, audit.policyId(), tests, failures, errors);
    attribute(xml, "skipped", "0");
    attribute(xml, "timestamp", audit.created().toString());
    xml.writeCharacters("\n");
    for (Finding finding : audit.findings()) {
      testcase(xml, audit, finding);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void totals(
      XMLStreamWriter xml, String name, String tests, String failures, String errors)
      throws XMLStreamException {
    attribute(xml, "name", name);
    attribute(xml, "tests", tests);
    attribute(xml, "failures", failures);
    attribute(xml, "errors", errors);
    attribute(xml, "time", "0");
  }

  private static long count(Audit audit, Verdict verdict) {
    return audit.findings().stream()
        .filter(f -> f.verdict() == verdict && f.severity() != Severity.INFO)
        .count();
  }

  private static void testcase(XMLStreamWriter xml, Audit audit, Finding finding)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", audit.policyId() + "." + finding.rule());
    attribute(xml, "name", finding.title() + ": " + finding.subject());
    attribute(xml, "time", "0");
    boolean counts = finding.severity() != Severity.INFO;
    switch (finding.verdict()) {
      case FAIL -> outcome(xml, counts ? "failure" : "system-out", finding, counts);
      case INSUFFICIENT_EVIDENCE -> outcome(xml, counts ? "error" : "system-out", finding, counts);
      case PASS -> {
        // Nothing to say.
      }
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void outcome(
      XMLStreamWriter xml, String element, Finding finding, boolean attributes)
      throws XMLStreamException {
    xml.writeStartElement(element);
    if (attributes) {
      attribute(xml, "message", finding.sentence());
      attribute(xml, "type", finding.rule());
    }
    String owner = finding.owner().isBlank() ? "" : " Owner: " + finding.owner() + ".";
    String source = finding.citation().isBlank() ? "" : " Source: " + finding.citation() + ".";
    xml.writeCharacters(
        Visible.of(finding.sentence() + " Asked: " + finding.limit() + "." + owner + source));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Visible.of(value));
  }
}

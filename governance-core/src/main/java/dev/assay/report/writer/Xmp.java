package dev.assay.report.writer;

import dev.assay.report.document.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/// What a PDF says about itself for archives: the same as its information dictionary, and which
/// standards it keeps (PDF/A-3, level A; PDF/UA-1, described by an extension schema as ISO 19005
/// asks).
final class Xmp {

  private static final String EXTENSION =
      """
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that this document keeps</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      """;

  private Xmp() {}

  static PDMetadata of(PDDocument pdf, Document document, PDDocumentInformation information)
      throws IOException {
    String created =
        DateTimeFormatter.ISO_INSTANT.format(document.created().truncatedTo(ChronoUnit.SECONDS));
    HtmlMarkup out = new HtmlMarkup(UnaryOperator.identity());
    out.ours("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    out.open("x:xmpmeta", "xmlns:x", "adobe:ns:meta/");
    out.open("rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    description(out);
    out.element("pdfaid:part", "3").element("pdfaid:conformance", "A");
    out.element("pdfuaid:part", "1").line();
    alternatives(out, "dc:title", String.valueOf(information.getTitle()));
    out.open("dc:creator").open("rdf:Seq");
    out.element("rdf:li", String.valueOf(information.getAuthor())).close().close();
    alternatives(out, "dc:description", String.valueOf(information.getSubject()));
    out.open("dc:language").open("rdf:Bag");
    out.element("rdf:li", document.edition().language().tag()).close().close();
    out.element("dc:format", "application/pdf").line();
    out.element("xmp:CreatorTool", Archive.producer());
    out.element("xmp:CreateDate", created).element("xmp:ModifyDate", created);
    out.element("pdf:Producer", String.valueOf(information.getProducer())).line();
    out.ours(EXTENSION);
    out.close().close().close().line().ours("<?xpacket end=\"r\"?>");
    byte[] bytes = out.finish().getBytes(StandardCharsets.UTF_8);
    return new PDMetadata(pdf, new ByteArrayInputStream(bytes));
  }

  private static void description(HtmlMarkup out) {
    out.open(
        "rdf:Description",
        "rdf:about",
        "",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:xmp",
        "http://ns.adobe.com/xap/1.0/",
        "xmlns:pdf",
        "http://ns.adobe.com/pdf/1.3/",
        "xmlns:pdfaid",
        "http://www.aiim.org/pdfa/ns/id/",
        "xmlns:pdfuaid",
        "http://www.aiim.org/pdfua/ns/id/",
        "xmlns:pdfaExtension",
        "http://www.aiim.org/pdfa/ns/extension/",
        "xmlns:pdfaSchema",
        "http://www.aiim.org/pdfa/ns/schema#",
        "xmlns:pdfaProperty",
        "http://www.aiim.org/pdfa/ns/property#");
    out.line();
  }

  private static void alternatives(HtmlMarkup out, String name, String words) {
    out.open(name).open("rdf:Alt").element("rdf:li", words, "xml:lang", "x-default");
    out.close().close().line();
  }
}

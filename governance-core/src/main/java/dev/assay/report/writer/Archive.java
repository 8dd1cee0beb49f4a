package dev.assay.report.writer;

import dev.assay.provenance.AssayVersion;
import dev.assay.report.document.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// What makes a PDF an archive of its own: one time, the same in every place, data attached and
/// named as such (ISO 19005-3, 6.8).
final class Archive {

  private static final COSName AF = COSName.getPDFName("AF");
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

  private Archive() {}

  static String producer() {
    return "Assay " + AssayVersion.number();
  }

  static void complete(PDDocument pdf, Document document, List<Attachment> attachments)
      throws IOException {
    Calendar created = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    created.setTimeInMillis(document.created().toEpochMilli());
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setCreator(producer());
    information.setCreationDate(created);
    information.setModificationDate(created);
    if (!attachments.isEmpty()) {
      attach(pdf, attachments, created);
    }
    pdf.getDocumentCatalog().setMetadata(Xmp.of(pdf, document, information));
    pdf.setDocumentId(document.created().toEpochMilli());
  }

  private static void attach(PDDocument pdf, List<Attachment> attachments, Calendar created)
      throws IOException {
    Map<String, PDComplexFileSpecification> files = new TreeMap<>();
    COSArray related = new COSArray();
    for (Attachment attachment : attachments) {
      byte[] bytes = attachment.bytes();
      PDEmbeddedFile content =
          new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
      content.setSubtype(attachment.mediaType());
      content.setSize(bytes.length);
      content.setCreationDate(created);
      content.setModDate(created);
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile(attachment.name());
      file.setFileUnicode(attachment.name());
      file.setFileDescription(attachment.description());
      file.setEmbeddedFile(content);
      file.setEmbeddedFileUnicode(content);
      COSDictionary dictionary = file.getCOSObject();
      dictionary.setName(RELATIONSHIP, "Data");
      files.put(attachment.name(), file);
      related.add(dictionary);
    }
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(files);
    PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
    if (names == null) {
      names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
    }
    names.setEmbeddedFiles(tree);
    pdf.getDocumentCatalog().setNames(names);
    pdf.getDocumentCatalog().getCOSObject().setItem(AF, related);
  }
}

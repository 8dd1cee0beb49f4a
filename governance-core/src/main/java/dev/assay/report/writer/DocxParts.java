package dev.assay.report.writer;

/// The parts of a DOCX that are the same for every document, but for the list of pictures.
final class DocxParts {

  static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final String WORD =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String PART =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String INK = "1B2128";
  private static final String MUTED = "66707C";

  private DocxParts() {}

  static String contentTypes() {
    return DECLARATION
        + """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="png" ContentType="image/png"/>
        """
        + override("/word/document.xml", PART + "document.main+xml")
        + override("/word/styles.xml", PART + "styles+xml")
        + override("/word/numbering.xml", PART + "numbering+xml")
        + override("/word/settings.xml", PART + "settings+xml")
        + override("/word/footer1.xml", PART + "footer+xml")
        + override(
            "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + "</Types>\n";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>\n";
  }

  static String packageRelations() {
    return relationships(
        relation("rId1", OFFICE + "officeDocument", "word/document.xml")
            + relation(
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml"));
  }

  static String relations(int pictures) {
    StringBuilder all = new StringBuilder();
    all.append(relation("rIdStyles", OFFICE + "styles", "styles.xml"));
    all.append(relation("rIdNumbering", OFFICE + "numbering", "numbering.xml"));
    all.append(relation("rIdSettings", OFFICE + "settings", "settings.xml"));
    all.append(relation("rIdFooter", OFFICE + "footer", "footer1.xml"));
    for (int i = 1; i <= pictures; i++) {
      all.append(relation(DocxPictures.relation(i), OFFICE + "image", "media/chart" + i + ".png"));
    }
    return relationships(all.toString());
  }

  private static String relationships(String all) {
    return DECLARATION
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n"
        + all
        + "</Relationships>\n";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>\n";
  }

  static String settings(String language) {
    return DECLARATION
        + "<w:settings "
        + WORD
        + "><w:themeFontLang w:val=\""
        + language
        + "\"/></w:settings>\n";
  }

  static String numbering() {
    return DECLARATION
        + "<w:numbering "
        + WORD
        + """
        ><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>\
        <w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """;
  }

  static String styles(String language) {
    StringBuilder all = new StringBuilder(DECLARATION);
    all.append("<w:styles ")
        .append(WORD)
        .append(">\n<w:docDefaults><w:rPrDefault><w:rPr>")
        .append(
            "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Arial\"/>")
        .append("<w:color w:val=\"" + INK + "\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>")
        .append("<w:lang w:val=\"" + language + "\"/></w:rPr></w:rPrDefault>")
        .append(
            "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/>")
        .append("</w:pPr></w:pPrDefault></w:docDefaults>\n")
        .append(
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\n");
    return all.append(headings())
        .append(paragraph("Title", "Title", "<w:spacing w:after=\"60\"/>", "<w:b/>" + size(44)))
        .append(paragraph("Subtitle", "Subtitle", "<w:spacing w:after=\"240\"/>", muted()))
        .append(paragraph("Kind", "Kind of document", "<w:spacing w:after=\"60\"/>", muted()))
        .append(paragraph("Lead", "Lead", "", "<w:b/>"))
        .append(paragraph("Note", "Note", "", muted() + size(17)))
        .append(
            paragraph(
                "Caption", "caption", "<w:spacing w:before=\"120\" w:after=\"80\"/>", "<w:b/>"))
        .append(paragraph("Figure", "Figure", "<w:keepNext/>", ""))
        .append(
            paragraph(
                "Command",
                "Command",
                "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F6F7F9\"/>",
                code()))
        .append(
            paragraph(
                "ListBullet",
                "List Bullet",
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>",
                ""))
        .append(paragraph("TableCell", "Table cell", "<w:spacing w:after=\"20\"/>", size(18)))
        .append(
            paragraph(
                "TableHead", "Table head", "<w:spacing w:after=\"20\"/>", "<w:b/>" + size(18)))
        .append(paragraph("Footer", "footer", "", muted() + size(16)))
        .append(character("Code", "Code", code()))
        .append(
            character(
                "Hyperlink", "Hyperlink", "<w:color w:val=\"2F5BD8\"/><w:u w:val=\"single\"/>"))
        .append(tableStyle())
        .append("</w:styles>\n")
        .toString();
  }

  private static String headings() {
    StringBuilder all = new StringBuilder();
    int[] sizes = {32, 26, 22, 20, 20, 20};
    for (int level = 1; level <= sizes.length; level++) {
      all.append(
          paragraph(
              "Heading" + level,
              "heading " + level,
              "<w:keepNext/><w:spacing w:before=\""
                  + (level == 1 ? 360 : 240)
                  + "\" w:after=\"100\"/><w:outlineLvl w:val=\""
                  + (level - 1)
                  + "\"/>",
              "<w:b/>" + size(sizes[level - 1])));
    }
    return all.toString();
  }

  private static String paragraph(String id, String name, String form, String letters) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + name
        + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
        + form
        + "</w:pPr><w:rPr>"
        + letters
        + "</w:rPr></w:style>\n";
  }

  private static String character(String id, String name, String letters) {
    return "<w:style w:type=\"character\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + name
        + "\"/><w:rPr>"
        + letters
        + "</w:rPr></w:style>\n";
  }

  private static String tableStyle() {
    String line = " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9CED4\"/>";
    return "<w:style w:type=\"table\" w:styleId=\"AssayTable\"><w:name w:val=\"Assay table\"/>"
        + "<w:tblPr><w:tblBorders><w:top"
        + line
        + "<w:bottom"
        + line
        + "<w:insideH"
        + line
        + "</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/>"
        + "<w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/>"
        + "<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n";
  }

  private static String size(int halfPoints) {
    return "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>";
  }

  private static String muted() {
    return "<w:color w:val=\"" + MUTED + "\"/>";
  }

  private static String code() {
    return "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"
        + size(18);
  }
}

package dev.assay.modelcard.exchange;

import dev.assay.common.Json;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.modelcard.Datasheet;
import dev.assay.modelcard.DatasheetTopic;
import dev.assay.provenance.AssayVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Writes datasheets as a CycloneDX 1.6 bill of materials with one data component. What people
/// wrote stands as properties `assay:datasheet:…`.
public final class CycloneDxDatasheet {

  private static final String TEXT = "assay:datasheet:";

  private CycloneDxDatasheet() {}

  /// The file, UTF-8; equal data and words give equal bytes.
  public static byte[] write(Datasheet sheet) {
    String sha256 = sheet.data().digest().sha256();
    Map<String, Object> tool =
        new Fields()
            .with("type", "application")
            .with("name", "Assay")
            .with("version", AssayVersion.number())
            .map();
    Map<String, Object> all =
        new Fields()
            .with("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
            .with("bomFormat", "CycloneDX")
            .with("specVersion", "1.6")
            .with(
                "serialNumber",
                "urn:uuid:" + UUID.nameUUIDFromBytes(sha256.getBytes(StandardCharsets.UTF_8)))
            .with("version", 1)
            .with(
                "metadata",
                Map.of("tools", Map.of("components", List.of(tool)), "component", data(sheet)))
            .map();
    return Json.pretty(all).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> data(Datasheet sheet) {
    List<String> sensitive =
        sheet.data().spec().withRole(ColumnRole.SENSITIVE).stream()
            .map(ColumnSpec::name)
            .map(n -> Visible.of(n, 120))
            .toList();
    List<Map<String, String>> facts =
        List.of(
            property("assay:rows", sheet.data().profile().rows()),
            property("assay:columns", sheet.data().profile().columns().size()),
            property("assay:duplicate-rows", sheet.data().profile().duplicateRows()));
    Map<String, Object> content =
        new Fields()
            .with("type", "dataset")
            .with("name", sheet.name())
            .with("contents", Map.of("properties", facts))
            .with("classification", sensitive.isEmpty() ? "unclassified" : "sensitive")
            .with("sensitiveData", sensitive)
            .map();
    List<Map<String, String>> words = new ArrayList<>();
    sheet.words().answers().forEach((t, text) -> words.add(property(TEXT + t.id(), text)));
    return new Fields()
        .with("type", "data")
        .with("bom-ref", "dataset")
        .with("name", sheet.name())
        .with("description", sheet.words().of(DatasheetTopic.PURPOSE))
        .with(
            "hashes", List.of(Map.of("alg", "SHA-256", "content", sheet.data().digest().sha256())))
        .with("data", List.of(content))
        .with("properties", words)
        .map();
  }

  private static Map<String, String> property(String name, Object value) {
    return Map.of("name", name, "value", String.valueOf(value));
  }
}

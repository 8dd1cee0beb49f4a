package dev.assay.modelcard.exchange;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The published schemas of the formats: CycloneDX's from cyclonedx-core-java, SPDX's from
/// spdx-v3jsonld-store; Google's is written from its documentation.
final class Schemas {

  private static final String CYCLONEDX = "http://cyclonedx.org/schema/";

  private static final Schema GOOGLE = schema("/dev/assay/modelcard/google-0.0.2.schema.json");
  private static final Schema SPDX = schema("/resources/schema-v3.0.1.json");
  private static final Schema BOM = cycloneDx();

  private Schemas() {}

  /// What the schema of the format has against the text; empty when nothing.
  static List<String> faults(ModelCardFormat format, byte[] written) {
    Schema schema =
        switch (format) {
          case GOOGLE -> GOOGLE;
          case SPDX -> SPDX;
          case CYCLONEDX -> BOM;
          case HUGGING_FACE -> throw new IllegalArgumentException("no schema is published");
        };
    return schema.validate(new String(written, StandardCharsets.UTF_8), InputFormat.JSON).stream()
        .map(e -> e.getInstanceLocation() + " " + e.getMessage())
        .toList();
  }

  private static Schema schema(String resource) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(resource), InputFormat.JSON);
  }

  private static Schema cycloneDx() {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            registry ->
                registry.schemas(
                    Map.of(
                        CYCLONEDX + "bom-1.6.schema.json", text("/bom-1.6.schema.json"),
                        CYCLONEDX + "spdx.schema.json", text("/spdx.schema.json"),
                        CYCLONEDX + "jsf-0.82.schema.json", text("/jsf-0.82.schema.json"))))
        .getSchema(SchemaLocation.of(CYCLONEDX + "bom-1.6.schema.json"));
  }

  private static String text(String resource) {
    try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.assay.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/// Versions of libraries as their packages state them, without loading the libraries.
final class LibraryVersions {

  private static final String SQLITE = "/META-INF/maven/org.xerial/sqlite-jdbc/pom.properties";

  private LibraryVersions() {}

  /// The version of SQLite: the driver's without its last part, which counts the driver's own
  /// releases.
  static Optional<String> sqlite() {
    try (InputStream in = LibraryVersions.class.getResourceAsStream(SQLITE)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(in);
      String driver = properties.getProperty("version", "");
      return Optional.of(driver.replaceFirst("^(\\d+\\.\\d+\\.\\d+)\\.\\d+$", "$1"));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}

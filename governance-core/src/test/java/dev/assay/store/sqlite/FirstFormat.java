package dev.assay.store.sqlite;

import dev.assay.audit.Dossier;
import dev.assay.store.LedgerHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/// Makes a workspace as Assay made it before there were ledgers: recorded by today's code, then cut
/// back to the tables of format 1.
final class FirstFormat {

  private FirstFormat() {}

  static void create(Path file, List<Dossier> dossiers) throws Exception {
    Path today = file.resolveSibling("today.assay");
    try (OpenWorkspace store =
        (OpenWorkspace) SqliteStore.open(today, new LedgerHome(file.resolveSibling("gone")))) {
      for (Dossier dossier : dossiers) {
        store.audits().record(dossier);
      }
      for (String kind : List.of("trigger", "index", "table")) {
        List<String> first = Migrations.schemaOf(1, new Faults(today));
        List<String> later =
            Migrations.schema(store.sql()).stream()
                .filter(part -> !first.contains(part) && part.startsWith(kind + " "))
                .map(part -> part.substring(kind.length() + 1, part.indexOf(": ")))
                .toList();
        for (String name : later) {
          store.sql().script("DROP " + kind + " " + name);
        }
      }
      store.sql().script("PRAGMA user_version=1; PRAGMA wal_checkpoint(TRUNCATE)");
    }
    Files.move(today, file);
    try (Connection connection = Profile.connect(file, false)) {
      assert Migrations.schema(new Sql(connection, new Faults(file)))
          .equals(Migrations.schemaOf(1, new Faults(file)));
    }
  }
}

package dev.assay.store.sqlite;

import dev.assay.audit.Dossier;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/// Makes a workspace as Assay made it before there were ledgers.
final class FirstFormat {

  private FirstFormat() {}

  static void create(Path file, List<Dossier> dossiers) throws Exception {
    try (InputStream in = Migrations.class.getResourceAsStream("0001_audits.sql");
        Connection connection = Profile.connect(file, true)) {
      Sql sql = new Sql(connection, new Faults(file));
      sql.script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      sql.script("PRAGMA application_id=" + Migrations.APPLICATION_ID + "; PRAGMA user_version=1");
      for (Dossier dossier : dossiers) {
        sql.writing(() -> new AuditTable(sql).add(dossier, Parts.of(dossier)));
      }
    }
  }
}

package dev.suture.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Brings a database to the schema that this version of the server needs, step by step.
///
/// A step that was applied is never edited: its checksum is kept and compared at every start.
final class Migrations {
  private static final List<String> STEPS =
      List.of(
          "001-base",
          "002-ledger",
          "003-release",
          "004-tallies",
          "005-grouping",
          "006-life",
          "007-search",
          "008-account",
          "009-gate",
          "010-health",
          "011-extras",
          "035-trust",
          "020-narrow",
          "021-order",
          "045-line",
          "046-carry",
          "050-ship",
          "060-proof",
          "065-narrowing",
          "066-minimal",
          "070-delivery",
          "075-alert",
          "080-heartbeat",
          "081-question",
          "082-task",
          "085-grant",
          "086-landing",
          "088-monitor",
          "089-approved-event");

  private final Dialect dialect;

  Migrations(Dialect dialect) {
    this.dialect = dialect;
  }

  /// Applies what is missing; the caller holds one transaction around it.
  void apply(Handle handle) {
    handle.execute(
        "CREATE TABLE IF NOT EXISTS migration (step TEXT PRIMARY KEY, checksum TEXT NOT NULL)");
    Map<String, String> applied = new HashMap<>();
    handle
        .createQuery("SELECT step, checksum FROM migration")
        .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> applied.put(entry.getKey(), entry.getValue()));
    refuseNewer(applied);
    for (String step : STEPS) {
      String sql = text(step);
      String checksum = Digests.hex(Digests.sha256(sql), 16);
      String before = applied.get(step);
      if (before == null) {
        statements(sql).forEach(handle::execute);
        handle.execute("INSERT INTO migration (step, checksum) VALUES (?, ?)", step, checksum);
      } else if (!before.equals(checksum)) {
        throw new IllegalStateException(
            "the database was made by another build: step "
                + step
                + " differs. Start the build that made it, or an empty data folder.");
      }
    }
  }

  private static void refuseNewer(Map<String, String> applied) {
    for (String step : applied.keySet()) {
      if (!STEPS.contains(step)) {
        throw new IllegalStateException(
            "the database was made by a newer version (step "
                + step
                + "). Start that version, or restore the backup made before it.");
      }
    }
  }

  private List<String> statements(String sql) {
    String withoutComments = sql.replaceAll("(?m)^--.*$", "");
    return Arrays.stream(dialect.render(withoutComments).split(";\\s*\n"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private static String text(String step) {
    String name = "/db/" + step + ".sql";
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

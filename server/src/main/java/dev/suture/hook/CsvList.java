package dev.suture.hook;

import dev.suture.deploy.Deployment.Kind;
import dev.suture.dora.HookReader.NotUnderstood;
import dev.suture.dora.ListReader;
import dev.suture.dora.Notice;
import dev.suture.dora.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Comma-separated rows under a line of names (RFC 4180). What this server exports, it reads.
public final class CsvList implements ListReader {
  private static final int MOST_CELLS = 100;

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public List<Row> read(byte[] body, @Nullable String environment) throws NotUnderstood {
    String text = new String(body, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
    List<List<String>> lines = lines(text);
    List<String> names =
        lines.isEmpty()
            ? List.of()
            : lines.getFirst().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    boolean usable =
        names.contains("at") && (names.contains("release") || names.contains("commit"));
    if (!usable) {
      throw new NotUnderstood(
          "The first line names the columns: at, and release or commit; besides them environment,"
              + " kind, stage, started, source, key and link are understood.");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = lines.get(i);
      if (cells.size() > 1 || !cells.getFirst().isBlank()) {
        rows.add(row(i + 1, cells(names, cells), environment));
      }
    }
    return rows;
  }

  private static Map<String, String> cells(List<String> names, List<String> cells) {
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      String cell = cells.get(i).strip();
      // The export puts an apostrophe before what a spreadsheet would take for a formula.
      String plain = cell.matches("(?s)'[=+\\-@].*") ? cell.substring(1) : cell;
      if (!plain.isEmpty()) {
        found.put(names.get(i), plain);
      }
    }
    return found;
  }

  private static Row row(int line, Map<String, String> cells, @Nullable String environment) {
    String written = cells.get("at");
    Instant at = written == null ? null : Payload.time(written);
    if (at == null) {
      return Row.bad(line, "The column at is a time such as 2026-04-01T12:00:00Z.");
    }
    String kind = cells.get("kind");
    boolean known =
        kind == null || Arrays.stream(Kind.values()).anyMatch(each -> each.name().equals(kind));
    if (!known) {
      return Row.bad(line, "The column kind is normal, hotfix, rollback, or empty.");
    }
    String started = cells.get("started");
    String named = cells.getOrDefault("environment", "production");
    return Row.of(
        line,
        new Notice.Deployed(
            new Told(
                environment == null ? named : environment,
                cells.get("release"),
                Payload.commit(cells.get("commit")),
                kind == null ? null : Kind.valueOf(kind),
                cells.get("stage"),
                started == null ? null : Payload.time(started),
                at,
                cells.getOrDefault("source", "csv"),
                cells.get("key"),
                cells.get("link"),
                null)));
  }

  private static List<List<String>> lines(String text) throws NotUnderstood {
    List<List<String>> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (doubled) {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
        lines.add(cells);
        cells = new ArrayList<>();
      } else if (c != '\r' || quoted) {
        cell.append(c);
      }
      if (cells.size() > MOST_CELLS) {
        throw new NotUnderstood("A line has over " + MOST_CELLS + " columns.");
      }
    }
    if (quoted) {
      throw new NotUnderstood("A quotation mark is opened and never closed.");
    }
    if (!cell.isEmpty() || !cells.isEmpty()) {
      cells.add(cell.toString());
      lines.add(cells);
    }
    return lines;
  }
}

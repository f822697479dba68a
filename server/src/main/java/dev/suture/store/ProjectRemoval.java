package dev.suture.store;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Takes a project out of every table. The schema says which those are: a table names the project
/// by its number or its slug, or names an issue, or refers to a row of a table that does.
final class ProjectRemoval {
  private static final String ISSUES = "issue IN (SELECT id FROM issue WHERE project = :project)";

  /// Where an issue is named by its id as people read it.
  private static final String ISSUE_IDS =
      """
      issue IN (SELECT project.slug || '-' || issue.number FROM issue
        JOIN project ON project.id = issue.project WHERE project.id = :project)\
      """;

  private static final String HOTFIXES =
      """
      hotfix IN (SELECT hotfix.id FROM hotfix
        JOIN project ON project.slug = hotfix.project WHERE project.id = :project)\
      """;

  /// The part of each table that belongs to the project, parents before children.
  private final Map<String, String> conditions = new LinkedHashMap<>();

  private final List<Table> tables;

  /// @param columns type by name
  /// @param references column of another table by the column here, as `table.column`
  private record Table(String name, Map<String, String> columns, Map<String, String> references) {}

  private ProjectRemoval(List<Table> tables) {
    this.tables = tables;
    boolean more = true;
    while (more) {
      more = false;
      for (Table table : tables) {
        String condition = conditions.containsKey(table.name()) ? "" : condition(table);
        if (!condition.isEmpty()) {
          conditions.put(table.name(), condition);
          more = true;
        }
      }
    }
  }

  private String condition(Table table) {
    if (table.name().equals("project")) {
      return "";
    }
    String project = table.columns().get("project");
    if (project != null) {
      return isText(project)
          ? "project = (SELECT slug FROM project WHERE id = :project)"
          : "project = :project";
    }
    String issue = table.columns().get("issue");
    if (issue != null) {
      return isText(issue) ? ISSUE_IDS : ISSUES;
    }
    if (table.columns().containsKey("hotfix")) {
      return HOTFIXES;
    }
    for (Map.Entry<String, String> reference : table.references().entrySet()) {
      String[] target = reference.getValue().split("\\.");
      String parent = conditions.get(target[0]);
      if (parent != null) {
        return reference.getKey()
            + " IN (SELECT "
            + target[1]
            + " FROM "
            + target[0]
            + " WHERE "
            + parent
            + ")";
      }
    }
    return "";
  }

  private static boolean isText(String type) {
    return type.contains("TEXT") || type.contains("CHAR");
  }

  static int remove(Handle handle, long project) {
    List<Table> tables;
    try {
      tables = tables(handle.getConnection().getMetaData());
    } catch (SQLException unreadable) {
      throw new IllegalStateException("the schema cannot be read", unreadable);
    }
    ProjectRemoval removal = new ProjectRemoval(tables);
    for (String table : removal.childrenFirst()) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE " + removal.conditions.get(table))
          .bind("project", project)
          .execute();
    }
    return handle
        .createUpdate("DELETE FROM project WHERE id = :project")
        .bind("project", project)
        .execute();
  }

  private List<String> childrenFirst() {
    List<String> order = new ArrayList<>();
    List<String> left = new ArrayList<>(conditions.keySet());
    while (!left.isEmpty()) {
      String free =
          left.stream()
              .filter(table -> left.stream().noneMatch(other -> needs(other, table)))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + left));
      left.remove(free);
      order.add(free);
    }
    return order;
  }

  /// Whether the rows of a table have to go before those of another.
  private boolean needs(String child, String parent) {
    if (child.equals(parent)) {
      return false;
    }
    Table table = tables.stream().filter(t -> t.name().equals(child)).findFirst().orElseThrow();
    String condition = conditions.get(child);
    return table.references().values().stream().anyMatch(to -> to.startsWith(parent + "."))
        || (parent.equals("issue") && (ISSUES.equals(condition) || ISSUE_IDS.equals(condition)))
        || (parent.equals("hotfix") && HOTFIXES.equals(condition));
  }

  private static List<Table> tables(DatabaseMetaData schema) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (ResultSet found = schema.getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(
            new Table(found.getString("TABLE_NAME"), new LinkedHashMap<>(), new LinkedHashMap<>()));
      }
    }
    for (Table table : tables) {
      try (ResultSet column = schema.getColumns(null, null, table.name(), "%")) {
        while (column.next()) {
          table
              .columns()
              .put(
                  column.getString("COLUMN_NAME"),
                  column.getString("TYPE_NAME").toUpperCase(Locale.ROOT));
        }
      }
      try (ResultSet key = schema.getImportedKeys(null, null, table.name())) {
        while (key.next()) {
          table
              .references()
              .put(
                  key.getString("FKCOLUMN_NAME"),
                  key.getString("PKTABLE_NAME") + "." + key.getString("PKCOLUMN_NAME"));
        }
      }
    }
    return tables;
  }
}

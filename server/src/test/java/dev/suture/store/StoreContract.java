package dev.suture.store;

import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What every store's contract starts from: a fresh database of the kind under test.
abstract class StoreContract {
  @TempDir Path folder;
  Database database;

  /// Opens the database in the folder; a second call finds what the first one kept.
  abstract Database open(Path folder) throws IOException;

  @BeforeEach
  void openFresh() throws IOException {
    database = open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  void reopen() throws IOException {
    database.close();
    database = open(folder);
  }

  Project project(String slug) {
    return new SqlProjects(database).create(slug, "Shop", null, Lines.GIT_FLOW);
  }
}

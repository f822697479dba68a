package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.Facets;
import dev.suture.issue.query.BadQuery;
import dev.suture.issue.query.Condition;
import dev.suture.issue.query.IssueSearch.Search;
import dev.suture.issue.query.IssueSearch.Sort;
import dev.suture.issue.query.Queries;
import dev.suture.issue.query.State;
import dev.suture.project.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about the query language: its examples are read and run.
class SearchReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/search.md");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Queries.Reader READER =
      new Queries.Reader("person:ann@shop.example", NOW, Set::of);

  private static List<String> examples(String kind) throws IOException {
    List<String> examples = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) {
        inside = line.equals("```" + kind);
      } else if (inside) {
        examples.add(line);
      }
    }
    assertThat(examples).as(kind).hasSizeGreaterThan(5);
    return examples;
  }

  @Test
  void everyExampleIsReadAndRun(@TempDir Path folder) throws Exception {
    try (Database database = Database.open(folder)) {
      new SqlProjects(database).create("shop", "Shop", null, Lines.GIT_FLOW);
      SqlIssueSearch searches = new SqlIssueSearch(database);
      for (String example : examples("query")) {
        Condition where = Queries.read(example, READER);
        for (Sort sort : Sort.values()) {
          Search search = new Search(List.of(1L), where, sort, NOW);
          assertThat(searches.list(search, null, 10).issues()).as(example).isEmpty();
        }
      }
    }
  }

  @Test
  void everyMistakeIsRefused() throws IOException {
    for (String mistake : examples("mistake")) {
      assertThatThrownBy(() -> Queries.read(mistake, READER))
          .as(mistake)
          .isInstanceOf(BadQuery.class);
    }
  }

  @Test
  void thePageNamesEveryTagStateAndSort() throws IOException {
    String page = Files.readString(PAGE);
    Facets.NAMES.forEach(name -> assertThat(page).contains("`" + name + "`"));
    for (State state : State.values()) {
      assertThat(page).contains("`is:" + state.word() + "`");
    }
    for (Sort sort : Sort.values()) {
      assertThat(page).contains("`" + sort + "`");
    }
  }
}

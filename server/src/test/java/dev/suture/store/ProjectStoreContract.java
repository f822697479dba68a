package dev.suture.store;

import static dev.suture.event.EventSample.NOON;
import static dev.suture.event.EventSample.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.Event;
import dev.suture.ingest.Outcome;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.project.Category;
import dev.suture.project.Limit;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ProjectStoreContract extends StoreContract {
  private ProjectStore projects;

  @BeforeEach
  void setUp() {
    projects = new SqlProjects(database);
  }

  @Test
  void aProjectIsFoundByIdAndSlugAfterARestart() throws IOException {
    Project shop = projects.create("shop", "Shop", "/srv/shop.git", new Lines("main", "next"));
    reopen();
    projects = new SqlProjects(database);
    assertThat(shop.id()).isEqualTo(1);
    assertThat(projects.byId(1)).contains(shop);
    assertThat(projects.bySlug("shop")).contains(shop);
    assertThat(projects.all()).containsExactly(shop);
    assertThat(projects.bySlug("other")).isEmpty();
  }

  @Test
  void aNewProjectHasOneKeyThatLeadsToIt() {
    Project shop = projects.create("shop", "Shop", null, Lines.GIT_FLOW);
    projects.create("blog", "Blog", null, Lines.GIT_FLOW);
    assertThat(projects.keys(shop.id())).hasSize(1);
    ProjectKey key = projects.keys(shop.id()).getFirst();
    assertThat(key.value()).matches("[0-9a-f]{32}");
    assertThat(projects.key(key.value())).contains(key);
    assertThat(projects.key("0".repeat(32))).isEmpty();
  }

  @Test
  void aTakenSlugIsRefusedAndNothingIsLeftBehind() {
    projects.create("shop", "Shop", null, Lines.GIT_FLOW);
    assertThatThrownBy(() -> projects.create("shop", "Second", null, Lines.GIT_FLOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("shop");
    assertThat(projects.all()).extracting(Project::name).containsExactly("Shop");
  }

  @Test
  void anUpdateReplacesNameRepositoryAndLines() {
    Project shop = projects.create("shop", "Shop", null, Lines.GIT_FLOW);
    Project changed =
        new Project(shop.id(), "shop", "The shop", "/srv/shop.git", new Lines("main", "dev"));
    projects.update(changed);
    assertThat(projects.byId(shop.id())).contains(changed);
  }

  @Test
  void keysAreAddedChangedAndDeletedAtOnce() {
    Project shop = projects.create("shop", "Shop", null, Lines.GIT_FLOW);
    Limit limit = new Limit(Category.error, Limit.Per.minute, 10);
    ProjectKey key =
        projects.createKey(shop.id(), "Web", List.of(limit), Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(projects.keys(shop.id())).hasSize(2).last().isEqualTo(key);
    assertThat(projects.key(key.value())).contains(key);
    ProjectKey off =
        new ProjectKey(key.value(), shop.id(), "Old web", false, key.created(), List.of());
    projects.changeKey(off);
    assertThat(projects.key(key.value())).contains(off);
    projects.deleteKey(off);
    assertThat(projects.key(key.value())).isEmpty();
    assertThat(projects.keys(shop.id())).hasSize(1);
  }

  @Test
  void aKeyIsNotChangedUnderAnotherProject() {
    Project shop = projects.create("shop", "Shop", null, Lines.GIT_FLOW);
    Project blog = projects.create("blog", "Blog", null, Lines.GIT_FLOW);
    ProjectKey key = projects.keys(shop.id()).getFirst();
    ProjectKey stolen =
        new ProjectKey(key.value(), blog.id(), "Mine", false, key.created(), List.of());
    projects.changeKey(stolen);
    projects.deleteKey(stolen);
    assertThat(projects.key(key.value())).contains(key);
  }

  @Test
  void aDeletedProjectIsInNoTableAndItsNeighbourStays() {
    Project shop = projects.create("shop", "Shop", null, Lines.GIT_FLOW);
    Project blog = projects.create("blog", "Blog", null, Lines.GIT_FLOW);
    String key = projects.keys(shop.id()).getFirst().value();
    SqlIssues issues = new SqlIssues(database, InstantSource.fixed(NOON));
    for (Project each : List.of(shop, blog)) {
      Event event = event().id(1).project(each.id()).message("out of stock").build();
      issues.record(
          List.of(new Sighting(event, new Fingerprint("1", "ab".repeat(16), List.of("a")), false)));
      new SqlOutcomes(database, InstantSource.fixed(NOON))
          .count(each.id(), "event", new Outcome.Stored(), 1);
    }
    projects.delete(shop.id());
    assertThat(projects.all()).containsExactly(blog);
    assertThat(projects.key(key)).isEmpty();
    assertThat(issues.find("shop-1")).isEmpty();
    assertThat(issues.find("blog-1")).isPresent();
    assertThat(rowsOf(shop.id())).isEmpty();
    assertThat(rowsOf(blog.id())).contains("event", "issue", "outcome", "project_key");
  }

  /// The tables that name the project in a row.
  private List<String> rowsOf(long project) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT t.name FROM sqlite_master t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND c.name = 'project'""")
                .mapTo(String.class)
                .list()
                .stream()
                .filter(
                    table ->
                        handle
                                .select(
                                    "SELECT count(*) FROM " + table + " WHERE project = ?", project)
                                .mapTo(Integer.class)
                                .one()
                            > 0)
                .toList());
  }
}

package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import java.io.IOException;
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
}

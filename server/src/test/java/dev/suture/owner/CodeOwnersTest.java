package dev.suture.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.owner.CodeOwners.Dialect;
import dev.suture.owner.CodeOwners.Match;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOwnersTest {
  private static final String GITHUB =
      """
      # Each line is a pattern and its owners.
      *                 @global1 @global2
      *.js              @js-owner #This is an inline comment.
      *.go docs@example.com
      *.txt @octo-org/octocats
      /build/logs/ @doctocat
      docs/* @docs
      apps/ @octocat
      /docs/api/ @api
      /scripts/ @doctocat @octocat
      **/logs @logs
      /apps/free
      /apps/github @github
      with\\ blank/*.md @blanks
      \\#literal @literal
      !negated @nobody
      /srv/**/secret.yml @secrets
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "README.md|@global1,@global2",
        "src/deep/file.rs|@global1,@global2",
        "app.js|@js-owner",
        "src/deep/app.js|@js-owner",
        "main.go|docs@example.com",
        "notes.txt|@octo-org/octocats",
        "build/logs/today.md|@logs",
        "sub/build/logs/today.md|@logs",
        "docs/start.md|@docs",
        "docs/deep/start.md|@global1,@global2",
        "sub/docs/start.md|@global1,@global2",
        "docs/api/index.md|@api",
        "apps/web/main.rs|@octocat",
        "sub/apps/web/main.rs|@octocat",
        "apps/free|-",
        "apps/free/main.rs|-",
        "apps/github|@github",
        "apps/github/deep/main.rs|@github",
        "scripts/run.sh|@doctocat,@octocat",
        "deploy/logs|@logs",
        "deploy/logs/a/b.rs|@logs",
        "with blank/a.md|@blanks",
        "#literal|@literal",
        "negated|@global1,@global2",
        "srv/secret.yml|@secrets",
        "srv/a/b/secret.yml|@secrets",
      })
  void github(String path, String owners) {
    CodeOwners file = CodeOwners.parse(GITHUB, Dialect.github);
    assertThat(String.join(",", file.of(path).stream().flatMap(m -> m.owners().stream()).toList()))
        .isEqualTo(owners == null ? "" : owners);
  }

  private static final String GITLAB =
      """
      * @default
      /docs @docs-file
      /docs/ @docs
      internal/README.md @readme
      /config/*.yml @yml
      path\\ with\\ spaces/ @spaces
      /lib/**/gen.rb @gen

      [Database][2] @dba @group/dba
      model/db/
      config/db/database-setup.md @docs-team

      ^[Optional Docs] @writers
      *.md
      !internal/

      [database]
      /schema.rb @schema @@maintainer
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "main.rb|:@default",
        "docs/a/b.rb|:@docs",
        "docs|:@docs-file",
        "sub/internal/README.md|:@readme",
        "internal/README.md|:@readme",
        "config/app.yml|:@yml",
        "config/deep/app.yml|:@default",
        "path with spaces/a.rb|:@spaces",
        "lib/gen.rb|:@gen",
        "lib/a/b/gen.rb|:@gen",
        "model/db/user.rb|:@default;Database:@dba,@group/dba",
        "app/model/db/user.rb|:@default;Database:@dba,@group/dba",
        "config/db/database-setup.md|:@default;Database:@docs-team;Optional Docs:@writers",
        "notes.md|:@default;Optional Docs:@writers",
        "internal/notes.md|:@default",
        "schema.rb|:@default;Database:@schema,@@maintainer",
      })
  void gitlab(String path, String owners) {
    CodeOwners file = CodeOwners.parse(GITLAB, Dialect.gitlab);
    List<String> told =
        file.of(path).stream()
            .map(match -> match.section() + ":" + String.join(",", match.owners()))
            .toList();
    assertThat(String.join(";", told)).isEqualTo(owners == null ? "" : owners);
  }

  @Test
  void aMatchSaysWhichLineItIs() {
    assertThat(CodeOwners.parse("# a\n\n*.ts @web\n", Dialect.github).of("src/a.ts"))
        .containsExactly(new Match(List.of("@web"), 3, "*.ts", ""));
  }

  @Test
  void aFolderPatternWithoutSlashNamesAFolderForGitHubOnly() {
    assertThat(CodeOwners.parse("/src @web", Dialect.github).of("src/a.ts")).hasSize(1);
    assertThat(CodeOwners.parse("/src @web", Dialect.gitlab).of("src/a.ts")).isEmpty();
  }

  @Test
  void whatIsNoRuleIsLeftOut() {
    String text = "[Section] @x\n*.rb[a-z] @y\n\u0000 @z\n@only\n*.ts no-owner\n*.rb @ruby";
    assertThat(CodeOwners.parse(text, Dialect.github).of("a.rb"))
        .extracting(Match::owners)
        .containsExactly(List.of("@ruby"));
    assertThat(CodeOwners.parse(text, Dialect.github).of("a.ts")).isEmpty();
  }

  @Test
  void aHostilePatternTakesNoTime() {
    String stars = "/" + "**/".repeat(150) + "*a*".repeat(15) + "b @x\n";
    CodeOwners file = CodeOwners.parse(stars.repeat(50), Dialect.github);
    String path = "a/".repeat(200) + "a".repeat(400);
    long start = System.nanoTime();
    assertThat(file.of(path)).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }

  @Test
  void ownersBecomeAssignees() {
    assertThat(Owners.assignee("@ann")).isEqualTo("person:ann");
    assertThat(Owners.assignee("@acme/web")).isEqualTo("team:acme/web");
    assertThat(Owners.assignee("@@developer")).isEqualTo("team:developer");
    assertThat(Owners.assignee("ann@shop.example")).isEqualTo("person:ann@shop.example");
  }
}

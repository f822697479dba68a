package dev.suture.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.project.Lines;
import dev.suture.project.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineGraphTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @Test
  void inGitFlowAnOpenReleaseComesAfterProductionAndSupportBeforeIt() {
    LineGraph graph =
        graph(
            LineRules.usual(Lines.GIT_FLOW),
            Set.of("release/1.4"),
            "master",
            "develop",
            "feature/x",
            "release/1.4",
            "release/1.5",
            "support/1.x",
            "support/0.9");
    assertThat(names(graph))
        .containsExactly("production", "develop", "support/1.x", "release/1.5", "support/0.9");
    assertThat(graph.ahead("support/0.9"))
        .containsExactlyInAnyOrder("support/1.x", "production", "release/1.5", "develop");
    assertThat(graph.ahead("release/1.5")).containsExactly("develop");
    assertThat(graph.ahead("develop")).isEmpty();
  }

  @Test
  void onATrunkReleasesAreVersionsBeforeIt() {
    LineGraph graph =
        graph(
            LineRules.usual(new Lines("main", "main")),
            Set.of("release/2.9"),
            "main",
            "release/2.9",
            "release/2.10");
    assertThat(names(graph)).containsExactly("production", "release/2.10", "release/2.9");
    assertThat(graph.ahead("release/2.9")).containsExactly("release/2.10", "production");
  }

  @Test
  void habitsOfGitHubGitLabAndTrainsHaveTheirOwnNames() throws Policy.Invalid {
    LineRules gitlab = LineRules.usual(new Lines("production", "main"));
    assertThat(names(graph(gitlab, Set.of(), "main", "production", "16-1-stable", "release/1")))
        .containsExactly("production", "develop", "16-1-stable");
    LineRules train = LineRules.read("lines: {flow: train}", new Lines("main", "main"));
    assertThat(names(graph(train, Set.of(), "5.3.x", "6.2.x", "v7.0.x", "stable-2.9", "topic")))
        .containsExactly("production", "v7.0.x", "6.2.x", "5.3.x", "stable-2.9");
    LineRules github = LineRules.read("lines: {flow: github}", new Lines("main", "main"));
    assertThat(names(graph(github, Set.of(), "main", "release/1"))).containsExactly("production");
  }

  @Test
  void supportEndsOnTheDayThatIsSaidAndElseAfterAQuietYear() throws Policy.Invalid {
    LineRules rules =
        LineRules.read(
            """
            lines:
              production: main
              develop: main
              release: ["release/*"]
              support:
                release/1.0: 2026-11-25
                release/1.1: 2026-11-26
            """,
            Lines.GIT_FLOW);
    Instant old = NOW.minus(Duration.ofDays(366));
    LineGraph graph =
        LineGraph.of(
            rules,
            List.of(
                new Branch("release/1.0", "a", NOW),
                new Branch("release/1.1", "b", old),
                new Branch("release/1.2", "c", old),
                new Branch("release/1.3", "d", NOW)),
            _ -> false,
            NOW);
    assertThat(names(graph)).containsExactly("production", "release/1.3", "release/1.1");
    assertThat(graph.line("release/1.1").orElseThrow().until()).isEqualTo("2026-11-26");
  }

  @Test
  void upgradesThatAreWrittenReplaceTheUsualOnes() throws Policy.Invalid {
    LineRules rules =
        LineRules.read(
            """
            lines:
              flow: trunk
              upgrades:
                "release/1.*": [release/2.0, production]
            """,
            new Lines("main", "main"));
    LineGraph graph = graph(rules, Set.of(), "release/1.0", "release/1.1", "release/2.0");
    assertThat(graph.ahead("release/1.0")).containsExactlyInAnyOrder("release/2.0", "production");
    assertThat(graph.ahead("release/2.0")).isEmpty();
  }

  @Test
  void whatCannotBeTakenIsRefusedByName() {
    for (String wrong :
        List.of(
            "lines: {flow: gitflow}",
            "lines: {release: '*'}",
            "lines: {release: '--all'}",
            "lines: {support: {release/1: soon}}",
            "lines: {remind: 'ftp://x'}",
            "lines: {upgrade: {}}")) {
      assertThatThrownBy(() -> LineRules.read(wrong, Lines.GIT_FLOW))
          .as(wrong)
          .isInstanceOf(Policy.Invalid.class)
          .hasMessageContaining("suture.yml");
    }
    assertThatThrownBy(() -> LineRules.read("lines: {flow: gitflow}", Lines.GIT_FLOW))
        .hasMessageContaining("`git-flow`");
  }

  private static LineGraph graph(LineRules rules, Set<String> over, String... branches) {
    return LineGraph.of(
        rules,
        Arrays.stream(branches).map(name -> new Branch(name, name, NOW)).toList(),
        branch -> over.contains(branch.name()),
        NOW);
  }

  private static List<String> names(LineGraph graph) {
    return graph.lines().stream().map(Line::name).toList();
  }
}

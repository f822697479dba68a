package dev.suture.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
  @Test
  void namesLinesAndLeavesTheOthersToTheProject() throws Policy.Invalid {
    assertThat(Policy.read("lines:\n  production: main\n", Lines.GIT_FLOW).lines())
        .isEqualTo(new Lines("main", "develop"));
    Policy whole =
        Policy.read(
            "lines: {develop: next}\nbuild: npm run build\nstart: node x\n", Lines.GIT_FLOW);
    assertThat(whole).isEqualTo(new Policy(new Lines("master", "next"), "npm run build", "node x"));
    for (String none : List.of("", "# nothing\n", "lines:\n", "{}")) {
      assertThat(Policy.read(none, Lines.GIT_FLOW).lines()).isEqualTo(Lines.GIT_FLOW);
    }
  }

  @Test
  void refusesAnUnknownKeyWithTheNearestOne() {
    assertThatThrownBy(() -> Policy.read("line:\n  production: main\n", Lines.GIT_FLOW))
        .hasMessageContaining("`line`")
        .hasMessageContaining("`lines`");
    assertThatThrownBy(() -> Policy.read("lines:\n  prodution: main\n", Lines.GIT_FLOW))
        .hasMessageContaining("`prodution`")
        .hasMessageContaining("`production`");
  }

  @Test
  void refusesWhatIsNoMappingNoBranchOrNoYaml() {
    for (String wrong :
        List.of(
            "- a\n",
            "text",
            "lines: [a]\n",
            "lines:\n  production: [a]\n",
            "lines:\n  production: --force\n",
            "lines:\n  production: a..b\n",
            "lines:\n  production: 'a b'\n",
            "lines: {production: main",
            "lines: &a [*a]\n",
            "\t\t- :")) {
      assertThatThrownBy(() -> Policy.read(wrong, Lines.GIT_FLOW))
          .as(wrong)
          .isInstanceOf(Policy.Invalid.class)
          .hasMessageContaining("suture.yml");
    }
  }

  @Test
  void addressesOfRepositories() {
    for (String good :
        List.of(
            "https://git.example/shop.git",
            "ssh://git@git.example:22/shop.git",
            "git@git.example:team/shop.git",
            "git://git.example/shop",
            "file:///srv/shop.git",
            "/srv/shop.git")) {
      assertThat(RepositoryUrl.problem(good)).as(good).isEmpty();
    }
    for (String wrong :
        List.of(
            "",
            "-u",
            "--upload-pack=x",
            "ext::sh -c x",
            "https://me:secret@git.example/shop",
            "ssh://-oProxyCommand=x/shop",
            "-oProxyCommand=x:shop",
            "ftp://git.example/shop",
            "../shop",
            "https:///shop",
            "a\nb")) {
      assertThat(RepositoryUrl.problem(wrong)).as(wrong).isPresent();
    }
  }
}

package dev.suture.carry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.carry.Workbench.Piece.Disputed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SenselessTest {
  @Test
  void theVersionOfTheLineStays() {
    assertThat(resolved("lib/version.rb", "1.4.3\n", "2.0.0\n", "2.0.1\n")).contains("1.4.3\n");
  }

  @Test
  void entriesOfAChangelogAreJoined() {
    assertThat(resolved("CHANGELOG.md", "- ours\n", "- old\n", "- new\n\n- old\n"))
        .contains("- new\n\n- ours\n");
  }

  @Test
  void importsAreJoinedInTheirOrder() {
    assertThat(
            resolved(
                "A.java",
                "import a.A;\nimport a.D;\n",
                "import a.A;\n",
                "import a.A;\nimport a.B;\n"))
        .contains("import a.A;\nimport a.B;\nimport a.D;\n");
  }

  @Test
  void linesThatOnlyTouchAreJoinedAndOverlappingOnesAreNot() {
    assertThat(resolved("a.ts", "one!\ntwo\n", "one\ntwo\n", "one\ntwo!\n"))
        .contains("one!\ntwo!\n");
    assertThat(resolved("a.ts", "one!\n", "one\n", "one?\n")).isEmpty();
    assertThat(resolved("a.ts", "ours\n", "", "theirs\n")).isEmpty();
  }

  @Test
  void wordingsOfACommentAreJoinedAndCodeIsNot() {
    assertThat(resolved("a.rb", "# a big cat\n", "# a cat\n", "# a cat sleeps\n"))
        .contains("# a big cat sleeps\n");
    assertThat(resolved("a.rb", "a(1, 2)\n", "a(1)\n", "b(1)\n")).isEmpty();
  }

  @Test
  void whatIsThereAlreadyStays() {
    assertThat(resolved("a.ts", "mended();\nmore();\n", "broken();\n", "mended();\n"))
        .contains("mended();\nmore();\n");
  }

  private static Optional<String> resolved(String path, String ours, String base, String theirs) {
    return Senseless.resolve(path, new Disputed(ours, base, theirs)).map(Senseless.Resolved::text);
  }
}

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

  @Test
  void whatDiffersInWhiteSpaceAndQuotesOnlyGivesWay() {
    assertThat(
            resolved("a.rb", "  if a\n    b\n", "    if a\n      b\n", "    if a && c\n      b\n"))
        .contains("  if a && c\n    b\n");
    assertThat(resolved("a.rb", "m {|p| 'x' }\n", "m { |p| \"x\" }\n", "all(m)\n"))
        .contains("all(m)\n");
    assertThat(resolved("a.rb", "m(1)\n", "m {|p| p }\n", "m { |p| p }\n")).contains("m(1)\n");
    assertThat(resolved("a.py", "if a:\n  b\n  c\n", "if a:\n  b\nc\n", "if a:\n  b\nd\n"))
        .isEmpty();
    assertThat(resolved("a.rb", "x = 'a  b'\n", "x = 'ab'\n", "y = 'ab'\n")).isEmpty();
    assertThat(resolved("a.rb", "m(2)\n", "m(1)\n", "m(3)\n")).isEmpty();
  }

  @Test
  void aPassageThatTheLineDoesNotHaveIsNotBroughtThere() {
    assertThat(resolved("guide.md", "", "Of the new.\n", "Of what is new.\n")).contains("");
    assertThat(resolved("a.ts", "", "old();\n", "mended();\n")).isEmpty();
  }

  private static Optional<String> resolved(String path, String ours, String base, String theirs) {
    return Senseless.resolve(path, new Disputed(ours, base, theirs)).map(Senseless.Resolved::text);
  }
}

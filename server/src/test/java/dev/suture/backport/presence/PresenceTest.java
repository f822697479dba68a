package dev.suture.backport.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Evidence.Step;
import dev.suture.git.NativeClone;
import dev.suture.hotfix.Origin;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresenceTest {
  private static final String PRICE =
      """
      export function price(cart) {
        let sum = 0;
        for (const item of cart.items) {
          sum += item.amount * item.unit;
        }
        return sum;
      }

      export function shipping(cart) {
        return cart.items.length * 3;
      }
      """;

  @TempDir Path folder;
  private Origin origin;
  private Presence presence;

  @BeforeEach
  void shop() {
    origin = new Origin(folder);
    origin.commit("src/price.ts", PRICE, "Price");
    origin.commit("src/cart.ts", "export const cart = {items: []};\n", "Cart");
    origin.git("branch", "support");
    presence = new Presence(new NativeClone(origin.work.resolve(".git"), folder.resolve("home")));
  }

  private String fix() {
    return origin.edit(
        "src/price.ts", "item.amount * item.unit", "item.amount * (item.unit ?? 0)", "Free items");
  }

  private Verdict on(String branch, String fix) throws Unreadable {
    return presence.of(
        Fix.of(origin.git("rev-parse", fix + "^"), fix),
        new Line(branch, origin.git("rev-parse", branch)));
  }

  @Test
  void aMergedFixIsPresentByAncestry() throws Unreadable {
    String fix = fix();
    origin.commit("src/other.ts", "export {};\n", "Other");
    assertThat(on("master", fix))
        .isInstanceOfSatisfying(
            Verdict.Present.class,
            present -> {
              assertThat(present.how()).isEqualTo(Step.ancestry);
              assertThat(present.isGreen()).isTrue();
              assertThat(present.carriers()).containsExactly(fix);
            });
  }

  @Test
  void aLineWithoutTheFixMissesIt() throws Unreadable {
    String fix = fix();
    Verdict verdict = on("support", fix);
    assertThat(verdict).isInstanceOf(Verdict.Missing.class);
    assertThat(verdict.isSure()).isTrue();
    assertThat(verdict.evidence()).extracting(Evidence::step).contains(Step.ancestry, Step.tip);
  }

  @Test
  void aPickIsKnownByItsTrailerAndWithoutOneByItsPatch() throws Unreadable {
    String fix = fix();
    origin.git("checkout", "-q", "support");
    origin.git("cherry-pick", "-x", fix);
    assertThat(on("support", fix))
        .isInstanceOfSatisfying(
            Verdict.Present.class, present -> assertThat(present.how()).isEqualTo(Step.trailer));
    origin.git("reset", "-q", "--hard", "HEAD^");
    origin.git("cherry-pick", fix);
    assertThat(on("support", fix))
        .isInstanceOfSatisfying(
            Verdict.Present.class, present -> assertThat(present.how()).isEqualTo(Step.patch));
  }

  @Test
  void aPickAmongOtherSurroundingsIsTheSameChange() throws Unreadable {
    String fix = fix();
    origin.git("checkout", "-q", "support");
    origin.edit("src/price.ts", "let sum = 0;", "let sum = 0; // euro", "Say the currency");
    origin.edit(
        "src/price.ts",
        "item.amount * item.unit",
        "item.amount * (item.unit ?? 0)",
        "Count free items");
    assertThat(on("support", fix))
        .isInstanceOfSatisfying(
            Verdict.Present.class, present -> assertThat(present.how()).isEqualTo(Step.change));
  }

  /// It takes the lines that the fix takes, and brings nothing of what the fix brings.
  @Test
  void aCommitThatChangedTheSameLinesToSomethingElseDoesNotHaveTheFix() throws Unreadable {
    String loop =
        """
          for (const item of cart.items) {
            sum += item.amount * item.unit;
          }
        """;
    String fix = origin.edit("src/price.ts", loop, "  sum = paid(cart, 0);\n", "Count the paid");
    origin.git("checkout", "-q", "support");
    origin.edit("src/price.ts", loop, "  sum += tariff.lookup(region);\n", "Ask the tariff");
    assertThat(on("support", fix)).isInstanceOf(Verdict.Missing.class);
  }

  @Test
  void aTrailerThatNamesTheFixAboveAnotherChangeIsNotBelieved() throws Unreadable {
    String fix = fix();
    origin.git("checkout", "-q", "support");
    origin.commit(
        "src/cart.ts",
        "export const cart = {items: [], coupons: []};\n",
        "Coupons\n\n(cherry picked from commit " + fix + ")");
    assertThat(on("support", fix)).isInstanceOf(Verdict.Missing.class);
  }

  @Test
  void aRevertTakesItBackAndTheRevertOfTheRevertBringsItAgain() throws Unreadable {
    String fix = fix();
    origin.git("checkout", "-q", "support");
    origin.git("cherry-pick", "-x", fix);
    origin.git("revert", "--no-edit", "HEAD");
    String revert = origin.head();
    assertThat(on("support", fix))
        .isInstanceOfSatisfying(
            Verdict.Reverted.class,
            reverted -> {
              assertThat(reverted.by()).containsExactly(revert);
              assertThat(reverted.isSure()).isTrue();
            });
    origin.git("revert", "--no-edit", "HEAD");
    assertThat(on("support", fix)).isInstanceOf(Verdict.Present.class);
  }

  @Test
  void aMergeThatDropsItIsSeenAtTheTip() throws Unreadable {
    String fix = fix();
    origin.git("checkout", "-q", "support");
    origin.commit("src/other.ts", "export {};\n", "Other");
    origin.git("merge", "-q", "-s", "ours", "-m", "Merge", "master");
    Verdict verdict = on("support", fix);
    assertThat(verdict).isInstanceOf(Verdict.Reverted.class);
    assertThat(verdict.isGreen()).isFalse();
  }

  @Test
  void likenessAloneIsNeverGreen() throws Unreadable {
    String fix = fix();
    origin.git("checkout", "-q", "support");
    origin.git("mv", "src/price.ts", "src/prices.ts");
    origin.edit("src/prices.ts", "let sum = 0;", "let sum = 0.0;", "Move");
    origin.edit(
        "src/prices.ts",
        "sum += item.amount * item.unit;",
        "sum += item.amount * (item.unit ?? 0); // free",
        "Free");
    Verdict verdict = on("support", fix);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Present.class, present -> assertThat(present.how()).isEqualTo(Step.likeness));
    assertThat(verdict.isGreen()).isFalse();
  }

  @Test
  void ofAFixOfTwoCommitsALineMayHaveOne() throws Unreadable {
    String base = origin.head();
    String first = fix();
    String second = origin.edit("src/price.ts", "length * 3", "length * 4", "Dearer");
    origin.git("checkout", "-q", "support");
    origin.git("cherry-pick", first);
    Fix fix = new Fix(base, second, List.of(first, second));
    Line support = new Line("support", origin.git("rev-parse", "support"));
    assertThat(presence.of(fix, support)).isInstanceOf(Verdict.Partial.class);
    origin.git("cherry-pick", second);
    Verdict both = presence.of(fix, new Line("support", origin.git("rev-parse", "support")));
    assertThat(both).isInstanceOf(Verdict.Present.class);
    assertThat(both.isGreen()).isTrue();
  }
}

package dev.suture.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeCheckTest {
  @ParameterizedTest
  @CsvSource({
    "src/cart.ts,production",
    "server/src/main/java/shop/Cart.java,production",
    "package.json,dependency",
    "web/package-lock.json,dependency",
    "pom.xml,dependency",
    "requirements-dev.txt,dependency",
    "go.sum,dependency",
    "db/migrate/20240101_add.rb,migration",
    "src/main/resources/db/V12__carts.sql,migration",
    "app/migrations/0007_cart.py,migration",
    "suture.yml,configuration",
    ".github/workflows/ci.yml,configuration",
    "Dockerfile,configuration",
    "config/flags.json,configuration",
    "src/cart.test.ts,test",
    "src/test/java/shop/CartTest.java,test",
    "spec/cart_spec.rb,test",
    "cart_test.go,test",
    "docs/cart.md,documentation",
    "CHANGELOG.md,documentation"
  })
  void tellsTheKindOfAFileByItsPath(String path, ChangeKind kind) {
    assertThat(Kinds.ofPath(path)).isEqualTo(kind);
  }

  @Test
  void tellsCommentsAndFormattingFromCode() {
    assertThat(kind("a.ts", "// one\n", "// two\n")).isEqualTo(ChangeKind.comment);
    assertThat(kind("a.ts", "", "/** What it is. */\n")).isEqualTo(ChangeKind.comment);
    assertThat(kind("a.py", "", "# why\n")).isEqualTo(ChangeKind.comment);
    assertThat(kind("a.ts", "", "# private\n")).isEqualTo(ChangeKind.production);
    assertThat(kind("a.ts", "", "*hidden() {\n")).isEqualTo(ChangeKind.production);
    assertThat(kind("a.ts", "", "/* why */ drop();\n")).isEqualTo(ChangeKind.production);
    assertThat(kind("a.ts", "if(a){\n", "if (a) {\n")).isEqualTo(ChangeKind.formatting);
    assertThat(kind("a.py", "  x()\n", "x()\n")).isEqualTo(ChangeKind.production);
  }

  @Test
  void namesWhatReachesBeyondTheCause() {
    ScopeCheck.Scope scope =
        ScopeCheck.of(
            List.of(
                edit("src/cart.ts", "@@ -3 +3 @@ export function total(cart) {\n-a\n+b\n"),
                edit(
                    "src/api.ts",
                    "@@ -1 +1 @@\n-export function load(id) {\n+export function load() {\n"),
                new FileChange("package.json", null, null, "100644", "b".repeat(40), ""),
                edit("src/cart.test.ts", "@@ -1,0 +2 @@\n+test('x', () => {});\n")),
            new ScopeCheck.Chain(List.of("src/cart.ts", "src/fetch.ts"), List.of("Cart.total", "")),
            ScopePolicy.read("scope:\n  files: 1\n  lines: 40\n"));
    assertThat(scope.files()).isEqualTo(4);
    assertThat(scope.lines()).isEqualTo(5);
    assertThat(scope.onCause()).containsExactly("src/cart.ts");
    assertThat(scope.beside()).containsExactly("src/api.ts", "package.json");
    assertThat(scope.untouched()).containsExactly("src/fetch.ts");
    assertThat(scope.functions())
        .containsExactly(new ScopeCheck.Place("src/cart.ts", "export function total(cart) {"));
    assertThat(scope.interfaces())
        .containsExactly(new ScopeCheck.Place("src/api.ts", "export function load(id) {"));
    assertThat(scope.kinds())
        .containsEntry(ChangeKind.dependency, 1)
        .containsEntry(ChangeKind.test, 1);
  }

  @Test
  void namesTheFunctionsThatTheChainDoesNotAndWhatReachesBeyondCode() {
    List<FileChange> changed =
        List.of(
            edit(
                "src/cart.ts",
                "@@ -3 +3 @@ export function total(cart) {\n-a\n+b\n"
                    + "@@ -9 +9 @@ function subtotal(cart) {\n-c\n+d\n"),
            edit("db/migrate/20240101_add.rb", "@@ -1 +1 @@\n-a\n+b\n"),
            new FileChange("package.json", null, null, "100644", "b".repeat(40), ""));
    ScopeCheck.Scope scope =
        ScopeCheck.of(
            changed,
            new ScopeCheck.Chain(List.of("src/cart.ts"), List.of("async Cart.total", "Cart.total")),
            ScopePolicy.read("scope: { lines: 3 }"));
    assertThat(scope.elsewhere())
        .containsExactly(new ScopeCheck.Place("src/cart.ts", "function subtotal(cart) {"));
    assertThat(scope.reaches())
        .containsExactly(
            new ScopeCheck.Place("db/migrate/20240101_add.rb", "migration"),
            new ScopeCheck.Place("package.json", "dependency"));
    assertThat(scope.allowed()).isEqualTo(new ScopeCheck.Size(null, 3, true));
    ScopeCheck.Scope open =
        ScopeCheck.of(
            changed, new ScopeCheck.Chain(List.of(), List.of()), ScopePolicy.read("scope: [1]"));
    assertThat(open.elsewhere()).isEmpty();
    assertThat(open.allowed()).isNull();
  }

  private static FileChange edit(String path, String diff) {
    return new FileChange(path, "100644", "a".repeat(40), "100644", "b".repeat(40), diff);
  }

  private static ChangeKind kind(String path, String removed, String added) {
    return Kinds.of(
        path,
        removed.isEmpty() ? List.of() : List.of(removed),
        added.isEmpty() ? List.of() : List.of(added));
  }
}

package dev.suture.sourcemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In each source the position is where `@` stands.
class EnclosingFunctionTest {
  private static Optional<String> at(String source) {
    int offset = source.indexOf('@');
    String before = source.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int column = offset - (before.lastIndexOf('\n') + 1);
    return EnclosingFunction.at(source.replace("@", ""), line, column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function total(cart) { return @cart.items[0]; }",
        "export async function total<T>(cart: T): Promise<T[]> {\n  return @cart;\n}",
        "function* total() { yield @1 }",
        "const total = (cart: Cart): number => { return @cart.x; };",
        "const total = async (cart) => @cart.items[0].price;",
        "const total: Sum = (cart) => @cart.items[0].price;",
        "const total = cart => @cart.x\nconst other = 1",
        "const total = function (cart) { @cart }",
        "class Cart { private sum = 1; total(): number { return @this.x; } }",
        "class Cart { static async total() { if (a) { for (const x of y) { @x } } } }",
        "class Cart { get total() { return @1 } }",
        "class Cart { total = () => { @this } }",
        "class total extends Base { constructor(a: string) { super(@a) } }",
        "const api = { total(cart) { @cart } }",
        "const api = { total: async (cart) => { @cart } }",
        "function other() {} function total() { const o = { a: 1 }; @o }",
        "const first = () => 1;\nconst total = () => { @first }",
        "function total() { return `a ${cart.map((x) => { return `}${x}` })} b` + @1 }",
        "function total() { const r = /[/}]{2}\\//g; return 4 / 2 / @r }",
        "function total() { // it's a } here\n /* } */ return '}' + \"}\" + @1 }",
        "function total() { return <p class=\"x\">Don't {cart.name} stop</p> + @1 }",
        "const C = () => <button onClick={() => pay()}>x</button>;\nfunction total() { @C }",
        "function C() { return <button total={() => { @pay() }} /> }",
        "function total() { try { a() } catch (e) { switch (e) { case 1: { @e } } } }",
        "const x = cond ? (a) : { b: 1 }; function total() { @x }",
      })
  void theInnermostFunctionIsNamed(String source) {
    assertThat(at(source)).contains("total");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function f() { items.map((item) => @item.price) }",
        "function f() { items.map(item => { return @item.price }) }",
        "useEffect(() => { @load() }, [])",
        "function f() { later(function () { @x }) }",
        "(async () => { @main() })()",
      })
  void aCallbackWithoutANameIsAnonymous(String source) {
    assertThat(at(source)).contains(EnclosingFunction.ANONYMOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@start()",
        "function f() { a }\n@start()",
        "const f = () => 1;\n@start()",
        "const f = (a) => a + 1\nif (@x) {}",
        "if (a) { @b }",
        "const o = { a: @b }",
      })
  void outsideOfAllFunctionsThereIsNoName(String source) {
    assertThat(at(source)).contains("");
  }

  @Test
  void aSourceWhoseBracketsDoNotAddUpIsNotGuessedAt() {
    assertThat(at("function total() { a ) } @b")).isEmpty();
    assertThat(EnclosingFunction.at("one line", 7, 0)).isEmpty();
  }
}

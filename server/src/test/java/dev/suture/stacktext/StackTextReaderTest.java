package dev.suture.stacktext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Texts as the runtimes print them. What is read of them is compared as text again: `+` marks a
/// frame of the application's own code.
class StackTextReaderTest {
  @Test
  void readsPythonChainsWithTheOneThatReachedTheTopFirst() {
    List<Thrown> thrown =
        new StackTextReader()
            .parse(
                "python",
                """
            Traceback (most recent call last):
              File "/srv/shop/cart.py", line 4, in mid
                try: inner({})
                     ^^^^^^^^^
              File "/srv/shop/cart.py", line 2, in inner
                def inner(d): return d["sku"]
                                     ~^^^^^^^
            KeyError: 'sku'

            The above exception was the direct cause of the following exception:

            Traceback (most recent call last):
              File "/srv/shop/cart.py", line 7, in outer
                try: mid()
            ValueError: cart 42
            second line

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "/usr/lib/python3.11/json/decoder.py", line 353, in raw_decode
                obj, end = self.scan_once(s, idx)
              [Previous line repeated 996 more times]
            json.decoder.JSONDecodeError: Expecting value: line 1 column 2 (char 1)
            """);
    assertThat(Printed.print(thrown))
        .containsExactly(
            "json.decoder.JSONDecodeError: Expecting value: line 1 column 2 (char 1)",
            "- null#raw_decode /usr/lib/python3.11/json/decoder.py:353:0",
            "ValueError: cart 42\nsecond line",
            "+ null#outer /srv/shop/cart.py:7:0",
            "KeyError: 'sku'",
            "+ null#inner /srv/shop/cart.py:2:0",
            "+ null#mid /srv/shop/cart.py:4:0");
    assertThat(thrown.getLast().frames().getFirst().code())
        .isEqualTo(new Frame.Code(2, List.of("def inner(d): return d[\"sku\"]")));
  }

  @Test
  void readsPythonGroupsAndSyntaxErrors() {
    assertThat(
            Printed.read(
                "python",
                """
                  + Exception Group Traceback (most recent call last):
                  |   File "/srv/a.py", line 21, in <module>
                  |     raise ExceptionGroup("two things", [ValueError("one"), KeyError("two")])
                  | ExceptionGroup: two things (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | Traceback (most recent call last):
                    |   File "/srv/b.py", line 3, in one
                    | ValueError: one
                    +---------------- 2 ----------------
                    | KeyError: 'two'
                    +------------------------------------

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "/srv/a.py", line 22, in <module>
                    raise OSError("wrapped") from g
                  File "<string>", line 1
                    def f(:
                          ^
                SyntaxError: invalid syntax
                """))
        .containsExactly(
            "SyntaxError: invalid syntax",
            "+ null# <string>:1:0",
            "+ null#<module> /srv/a.py:22:0",
            "ExceptionGroup: two things (2 sub-exceptions)",
            "+ null#<module> /srv/a.py:21:0");
  }

  @Test
  void readsNodeWithCauses() {
    assertThat(
            Printed.read(
                "node",
                """
                RangeError: outer
                line two
                    at run (file:///srv/shop/n.mjs:5:22)
                    at async Promise.all (index 0)
                    at async file:///srv/shop/n.mjs:6:1 {
                  [cause]: TypeError: Cannot read properties of undefined (reading 'map')
                      at Cart.total (/srv/shop/node_modules/cart/index.js:3:48)
                      at inEval (eval at <anonymous> (/srv/shop/n.cjs:8:7), <anonymous>:1:27)
                      at Array.map (<anonymous>)
                      at new Shop (C:\\shop\\n.cjs:1:22)
                      at Function.executeUserEntryPoint [as runMain] (node:internal/main:164:12)
                }
                """))
        .containsExactly(
            "RangeError: outer\nline two",
            "+ null#run /srv/shop/n.mjs:5:22",
            "- null#Promise.all index 0:0:0",
            "+ null# /srv/shop/n.mjs:6:1",
            "TypeError: Cannot read properties of undefined (reading 'map')",
            "- null#Cart.total /srv/shop/node_modules/cart/index.js:3:48",
            "+ null#inEval /srv/shop/n.cjs:8:7",
            "- null#Array.map <anonymous>:0:0",
            "+ null#new Shop C:\\shop\\n.cjs:1:22",
            "- null#Function.executeUserEntryPoint [as runMain] node:internal/main:164:12");
  }

  @Test
  void readsFirefoxAndSafari() {
    assertThat(
            Printed.read(
                "javascript",
                """
                addToCart@https://shop.example/assets/app-1a2b.js:1:2345
                async*onClick/<@https://cdn.example/@scope/ui@1.0/ui.js:7:8
                inEval@https://shop.example/a.js line 5 > eval:1:27
                forEach@[native code]
                global code@https://shop.example/:12:5
                @moz-extension://5f3/content.js:3:4
                """))
        .containsExactly(
            ": ",
            "+ null#addToCart https://shop.example/assets/app-1a2b.js:1:2345",
            "+ null#async*onClick/< https://cdn.example/@scope/ui@1.0/ui.js:7:8",
            "+ null#inEval https://shop.example/a.js:5:0",
            "- null#forEach [native code]:0:0",
            "+ null#global code https://shop.example/:12:5",
            "- null# moz-extension://5f3/content.js:3:4");
  }

  @Test
  void readsGoPanicsAndTheGoroutineThatFailedOnly() {
    assertThat(
            Printed.read(
                "go",
                """
                panic: runtime error: index out of range [5] with length 3 [recovered]
                	panic: while pricing

                goroutine 18 [running]:
                panic({0x4a5b60?, 0xc0000140a8?})
                	/opt/go/src/runtime/panic.go:884 +0x212
                example.com/shop/cart.(*Cart).Total(...)
                	/srv/shop/cart/cart.go:12
                gopkg.in/yaml%2ev3.Unmarshal({0xc00, 0x5}, 0x1)
                	/root/go/pkg/mod/gopkg.in/yaml.v3@v3.0.1/yaml.go:89 +0x1d
                main.main.func1()
                	/srv/shop/main.go:20 +0x25
                created by main.main in goroutine 1
                	/srv/shop/main.go:19 +0x65

                goroutine 1 [chan receive]:
                main.main()
                	/srv/shop/main.go:30 +0x1
                exit status 2
                """))
        .containsExactly(
            "panic: while pricing",
            "- runtime#panic /opt/go/src/runtime/panic.go:884:0",
            "+ example.com/shop/cart#(*Cart).Total /srv/shop/cart/cart.go:12:0",
            "- gopkg.in/yaml.v3#Unmarshal /root/go/pkg/mod/gopkg.in/yaml.v3@v3.0.1/yaml.go:89:0",
            "+ main#main.func1 /srv/shop/main.go:20:0",
            "panic: runtime error: index out of range [5] with length 3");
  }

  @Test
  void readsGoErrorsThatCarryAStack() {
    assertThat(
            Printed.read(
                "go",
                """
                no such sku
                example.com/shop/cart.find
                	/srv/shop/cart/find.go:7
                runtime.goexit
                	/usr/local/go/src/runtime/asm_amd64.s:1598
                """))
        .containsExactly(
            ": no such sku",
            "+ example.com/shop/cart#find /srv/shop/cart/find.go:7:0",
            "- runtime#goexit /usr/local/go/src/runtime/asm_amd64.s:1598:0");
  }

  @Test
  void readsDotnetWithInnerExceptions() {
    assertThat(
            Printed.read(
                "csharp",
                """
                System.AggregateException: One or more errors occurred. (boom)
                 ---> System.InvalidOperationException: boom
                 ---> System.Runtime.InteropServices.COMException (0x80004005): Unspecified error
                   at Shop.Cart.<LoadAsync>d__3.MoveNext() in C:\\src\\in here\\Cart.cs:line 12
                   --- End of inner exception stack trace ---
                   at Shop.Cart..ctor(String name)
                --- End of stack trace from previous location ---
                   at System.Runtime.CompilerServices.TaskAwaiter.HandleNonSuccess(Task task)
                   --- End of inner exception stack trace ---
                   at Shop.Box`1.Open[T](T key) in /src/Box.cs:line 3
                   at Program.<Main>$(String[] args) in /src/Program.cs:line 1
                 ---> (Inner Exception #0) System.InvalidOperationException: boom
                   at Shop.Cart..ctor(String name)<---
                """))
        .containsExactly(
            "System.AggregateException: One or more errors occurred. (boom)",
            "+ Shop.Box`1#Open /src/Box.cs:3:0",
            "+ Program#<Main>$ /src/Program.cs:1:0",
            "System.InvalidOperationException: boom",
            "+ Shop.Cart#.ctor :0:0",
            "- System.Runtime.CompilerServices.TaskAwaiter#HandleNonSuccess :0:0",
            "System.Runtime.InteropServices.COMException: Unspecified error",
            "+ Shop.Cart#LoadAsync C:\\src\\in here\\Cart.cs:12:0");
  }

  @Test
  void readsInnerExceptionsOfDotnetFrameworkFromOneLine() {
    assertThat(Printed.read("csharp", "A.Outer: one ---> A.Inner: two\r\n   at A.B.C(Int32 i)\r\n"))
        .containsExactly("A.Outer: one", "A.Inner: two", "+ A.B#C :0:0");
  }

  @Test
  void readsRubyOfEitherQuotation() {
    assertThat(
            Printed.read(
                "ruby",
                """
                /srv/shop/cart.rb:12:in `total': no price (ArgumentError)
                for sku 7
                	from /srv/shop/cart.rb:3:in `block in <main>'
                	from /usr/lib/ruby/3.3.0/json.rb:9:in `each'
                /srv/shop/price.rb:5:in 'Price.of': key not found: :sku (KeyError)
                	from /srv/shop/cart.rb:12:in 'Cart#total'
                """))
        .containsExactly(
            "ArgumentError: no price\nfor sku 7",
            "+ null#total /srv/shop/cart.rb:12:0",
            "+ null#block in <main> /srv/shop/cart.rb:3:0",
            "- null#each /usr/lib/ruby/3.3.0/json.rb:9:0",
            "KeyError: key not found: :sku",
            "+ null#Price.of /srv/shop/price.rb:5:0",
            "+ null#Cart#total /srv/shop/cart.rb:12:0");
  }

  @Test
  void readsPhpWithTheCallsWhereTheyStopped() {
    assertThat(
            Printed.read(
                "php",
                """
                PHP Fatal error:  Uncaught Shop\\NoPrice: no price in stock for
                sku 7 in /srv/shop/Cart.php:12
                Stack trace:
                #0 /srv/shop/vendor/acme/Loop.php(20): Shop\\Cart->total('a', Array)
                #1 [internal function]: {closure:Shop\\run():4}(1)
                #2 {main}

                Next RuntimeException: checkout in /srv/shop/index.php:3
                Stack trace:
                #0 /srv/shop/index.php(9): Shop\\run()
                #1 {main}
                  thrown in /srv/shop/index.php on line 3
                """))
        .containsExactly(
            "RuntimeException: checkout",
            "+ null#Shop\\run /srv/shop/index.php:3:0",
            "+ null#{main} /srv/shop/index.php:9:0",
            "Shop\\NoPrice: no price in stock for\nsku 7",
            "+ Shop\\Cart#total /srv/shop/Cart.php:12:0",
            "- null#{closure:Shop\\run():4} /srv/shop/vendor/acme/Loop.php:20:0",
            "- null#{main} [internal function]:0:0");
  }

  @Test
  void readsPhpInTheFormOfItsOpenTelemetrySdk() {
    assertThat(
            Printed.read(
                "php",
                """
                Shop.NoPrice: no price
                 at Shop.Cart.total(Cart.php:12)
                 at {main}(index.php:3)
                """))
        .containsExactly(
            "Shop.NoPrice: no price",
            "+ Shop.Cart#total Cart.php:12:0",
            "+ null#{main} index.php:3:0");
  }

  @Test
  void looksAtTheTextWhereThePlatformIsUnknown() {
    assertThat(Printed.read("other", "a.B: c\n\tat a.B.c(B.java:1)"))
        .contains("+ a.B#c B.java:1:0");
    assertThat(Printed.read("other", "E: c\n    at f (/a.js:1:2)")).contains("+ null#f /a.js:1:2");
    assertThat(Printed.read("", "A.B: c\n   at A.B.C(Int32 i) in /a.cs:line 3"))
        .contains("+ A.B#C /a.cs:3:0");
    assertThat(
            Printed.read(
                "", "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nE: x"))
        .contains("+ null#f a.py:1:0");
    assertThat(Printed.read("", "a.rb:1:in `f': m (E)")).contains("+ null#f a.rb:1:0");
    assertThat(Printed.read("", "goroutine 1 [running]:\nmain.f()\n\t/a.go:1"))
        .contains("+ main#f /a.go:1:0");
    assertThat(Printed.read("cobol", "nothing to see")).isEmpty();
  }

  @Test
  void keepsProseOutOfTheFrames() {
    assertThat(Printed.read("java", "a.E: arrived\nat the door (see below)\nat noon"))
        .containsExactly("a.E: arrived\nat the door (see below)\nat noon");
    assertThat(Printed.read("javascript", "Error: look\nat home (see docs)\nmail bob@example.com"))
        .containsExactly("Error: look\nat home (see docs)\nmail bob@example.com");
  }
}

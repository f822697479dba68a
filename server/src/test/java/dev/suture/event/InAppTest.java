package dev.suture.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InAppTest {
  @Test
  void knowsLibrariesByModuleOnTheJvmAndInDotnet() {
    assertThat(InApp.judge("java", "java.lang.Thread", "Thread.java")).isFalse();
    assertThat(InApp.judge("java", "org.springframework.web.Servlet", "")).isFalse();
    assertThat(InApp.judge("java", "javanese.Menu", "Menu.java")).isTrue();
    assertThat(InApp.judge("csharp", "System.Threading.Tasks.Task", "")).isFalse();
    assertThat(InApp.judge("csharp", "SystemShop.Cart", "Cart.cs")).isTrue();
  }

  @Test
  void knowsLibrariesByPathInScripts() {
    assertThat(InApp.judge("node", null, "/srv/node_modules/express/lib/router.js")).isFalse();
    assertThat(InApp.judge("node", null, "node:internal/timers")).isFalse();
    assertThat(InApp.judge("javascript", null, "safari-web-extension://a/b.js")).isFalse();
    assertThat(InApp.judge("javascript", null, "webpack/bootstrap 1a2b")).isFalse();
    assertThat(InApp.judge("javascript", null, "https://shop.example/app.js")).isTrue();
    assertThat(InApp.judge("python", null, "/venv/lib/python3.12/site-packages/flask/app.py"))
        .isFalse();
    assertThat(InApp.judge("python", null, "C:\\venv\\Lib\\site-packages\\flask\\app.py"))
        .isFalse();
    assertThat(InApp.judge("python", null, "/srv/shop/cart.py")).isTrue();
    assertThat(InApp.judge("ruby", null, "/usr/local/bundle/gems/rack-3.0/lib/rack.rb")).isFalse();
    assertThat(InApp.judge("php", null, "/srv/shop/vendor/acme/loop.php")).isFalse();
  }

  @Test
  void knowsGoLibrariesByImportPathAndModuleCache() {
    assertThat(InApp.judge("go", "net/http", "/usr/lib/go/src/net/http/server.go")).isFalse();
    assertThat(InApp.judge("go", "github.com/a/b", "/root/go/pkg/mod/github.com/a/b@v1.0.0/b.go"))
        .isFalse();
    assertThat(InApp.judge("go", "main", "/srv/shop/main.go")).isTrue();
  }

  @Test
  void looksAtEverySignWhereThePlatformIsUnknown() {
    assertThat(InApp.judge("other", "java.lang.Thread", "Thread.java")).isFalse();
    assertThat(InApp.judge("other", null, "/venv/site-packages/a.py")).isFalse();
    assertThat(InApp.judge("other", null, "/srv/a.x")).isTrue();
  }
}

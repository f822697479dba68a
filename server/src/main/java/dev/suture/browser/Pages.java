package dev.suture.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.suture.repro.Reproduction.Scene;
import dev.suture.repro.Reproduction.Screen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Contexts of a browser, each for one run, with a page that nothing has opened. When a run is over
/// one is made for the next run, which often wants its like.
final class Pages {
  private final Browser browser;
  private final List<Fresh> taken = new ArrayList<>();
  private @Nullable Fresh ready;

  Pages(Browser browser) {
    this.browser = browser;
  }

  /// What a context has to be made with.
  private record Setting(Screen screen, @Nullable String language, @Nullable String zone) {
    static Setting of(Scene scene) {
      return new Setting(
          scene.screen(), scene.languages().stream().findFirst().orElse(null), scene.timeZone());
    }
  }

  /// @param page the only one of its context
  record Fresh(Setting setting, BrowserContext context, Page page) {}

  boolean isConnected() {
    return browser.isConnected();
  }

  /// One that was used by nobody.
  Fresh take(Scene scene) {
    Setting setting = Setting.of(scene);
    Fresh there = ready;
    ready = null;
    if (there != null && !there.setting().equals(setting)) {
      there.context().close();
      there = null;
    }
    Fresh fresh = there == null ? make(setting) : there;
    taken.add(fresh);
    return fresh;
  }

  /// Ends those that were used, and makes the next one.
  void tidy() {
    try {
      for (Fresh each : taken) {
        each.context().close();
      }
      if (ready == null && !taken.isEmpty()) {
        ready = make(taken.getLast().setting());
      }
    } catch (PlaywrightException gone) {
      // The browser has ended, and all of its pages.
      ready = null;
    } finally {
      taken.clear();
    }
  }

  private Fresh make(Setting setting) {
    BrowserContext context = browser.newContext(options(setting));
    return new Fresh(setting, context, context.newPage());
  }

  private static Browser.NewContextOptions options(Setting setting) {
    Screen screen = setting.screen();
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(screen.width(), screen.height())
            .setDeviceScaleFactor(screen.scale())
            .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setReducedMotion(
                screen.reducedMotion() ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE)
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
            .setAcceptDownloads(false);
    if (setting.language() != null) {
      options.setLocale(setting.language());
    }
    if (setting.zone() != null) {
      options.setTimezoneId(setting.zone());
    }
    return options;
  }
}

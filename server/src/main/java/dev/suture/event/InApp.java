package dev.suture.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a frame is the application's own code, judged by where its code lies. For senders that
/// do not say it themselves.
public final class InApp {
  private static final List<String> JAVA =
      List.of(
          "java.",
          "javax.",
          "jakarta.",
          "jdk.",
          "sun.",
          "com.sun.",
          "kotlin.",
          "kotlinx.",
          "scala.",
          "groovy.",
          "clojure.",
          "org.codehaus.groovy.",
          "org.apache.",
          "org.springframework.",
          "org.eclipse.jetty.",
          "org.hibernate.",
          "org.junit.",
          "org.jboss.",
          "io.netty.",
          "io.undertow.",
          "io.micrometer.",
          "io.opentelemetry.",
          "io.sentry.",
          "com.bugsnag.",
          "reactor.",
          "android.",
          "androidx.",
          "dalvik.",
          "com.android.");

  private static final List<String> DOTNET = List.of("System.", "Microsoft.", "OpenTelemetry.");

  /// The first word of the import paths of Go's own library; `main` is missing for good reason.
  private static final Set<String> GO =
      Set.of(
          "archive",
          "bufio",
          "bytes",
          "cmp",
          "compress",
          "container",
          "context",
          "crypto",
          "database",
          "debug",
          "embed",
          "encoding",
          "errors",
          "expvar",
          "flag",
          "fmt",
          "go",
          "hash",
          "html",
          "image",
          "internal",
          "io",
          "iter",
          "log",
          "maps",
          "math",
          "mime",
          "net",
          "os",
          "path",
          "plugin",
          "reflect",
          "regexp",
          "runtime",
          "slices",
          "sort",
          "strconv",
          "strings",
          "structs",
          "sync",
          "syscall",
          "testing",
          "text",
          "time",
          "unicode",
          "unique",
          "unsafe",
          "weak");

  private static final List<String> GO_FILES =
      List.of("/pkg/mod/", "/vendor/", "/usr/local/go/src/");

  private static final List<String> PYTHON =
      List.of("/site-packages/", "/dist-packages/", "/lib/python", "/Lib/", "<frozen ");

  private static final List<String> JAVASCRIPT =
      List.of(
          "/node_modules/",
          "/webpack/bootstrap",
          "/webpack/runtime",
          "webpack/bootstrap",
          "webpack/runtime",
          "node:",
          "internal/",
          "native",
          "[native code]",
          "<anonymous>",
          "-extension:",
          "webkit-masked-url:",
          "://cdn.jsdelivr.net/npm/",
          "://unpkg.com/",
          "://www.googletagmanager.com/",
          "://www.google-analytics.com/",
          "://connect.facebook.net/",
          "/@vite/");

  /// What bundlers call the files that they put libraries into, and libraries their own.
  private static final Set<String> LIBRARY_FILES =
      Set.of(
          "vendor",
          "vendors",
          "chunk-vendors",
          "polyfill",
          "polyfills",
          "framework",
          "jquery",
          "react-dom",
          "zone",
          "runtime",
          "webpack");

  private static final List<String> RUBY = List.of("/gems/", "/lib/ruby/", "<internal:", "(eval");

  private InApp() {}

  /// @param platform as in [Event#platform]
  /// @param module package, class or module of the frame; null when unknown
  /// @param file path or URL, either slash
  public static boolean judge(String platform, @Nullable String module, String file) {
    String in = module == null ? "" : module;
    String path = file.replace('\\', '/');
    return switch (platform) {
      case "java" -> !startsWithAny(in, JAVA);
      case "csharp" -> !startsWithAny(in, DOTNET);
      case "go" -> isOwnGo(in, path);
      case "python" -> !containsAny(path, PYTHON);
      case "javascript", "node" -> isOwnJavaScript(path);
      case "ruby" -> !containsAny(path, RUBY);
      case "php" -> !path.contains("/vendor/") && !path.isEmpty() && !path.startsWith("[");
      default ->
          !startsWithAny(in, JAVA)
              && !startsWithAny(in, DOTNET)
              && isOwnJavaScript(path)
              && !containsAny(path, PYTHON)
              && !containsAny(path, RUBY);
    };
  }

  private static boolean isOwnGo(String module, String path) {
    int slash = module.indexOf('/');
    String first = slash < 0 ? module : module.substring(0, slash);
    return !GO.contains(first) && !containsAny(path, GO_FILES) && !path.contains("@v");
  }

  private static boolean isOwnJavaScript(String path) {
    for (String mark : JAVASCRIPT) {
      boolean inside = mark.startsWith("/") || mark.startsWith("-") || mark.startsWith(":");
      if (inside ? path.contains(mark) : path.startsWith(mark)) {
        return false;
      }
    }
    return !path.startsWith("node_modules/") && !isLibraryFile(path);
  }

  /// A built file that is called after what libraries are put into: `vendor-DiwrgTda.js`.
  private static boolean isLibraryFile(String path) {
    int start = path.lastIndexOf('/') + 1;
    if (!path.contains("://") || !path.contains(".js")) {
      return false;
    }
    int end = start;
    while (end < path.length() && ".~?#".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    String name = path.substring(start, end);
    int hash = name.lastIndexOf('-');
    return LIBRARY_FILES.contains(name)
        || (hash > 0 && LIBRARY_FILES.contains(name.substring(0, hash)));
  }

  private static boolean startsWithAny(String text, List<String> prefixes) {
    return prefixes.stream().anyMatch(text::startsWith);
  }

  private static boolean containsAny(String text, List<String> parts) {
    return parts.stream().anyMatch(text::contains);
  }
}

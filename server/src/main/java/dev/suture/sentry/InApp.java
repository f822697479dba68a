package dev.suture.sentry;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges whether a frame is the application's own code, where the SDK did not say.
final class InApp {
  private static final List<String> FOREIGN_MODULES =
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
          "org.codehaus.groovy.",
          "clojure.",
          "android.",
          "androidx.",
          "dalvik.",
          "org.apache.catalina.",
          "org.apache.tomcat.",
          "org.apache.coyote.",
          "org.eclipse.jetty.",
          "io.netty.",
          "io.undertow.",
          "org.springframework.",
          "org.hibernate.",
          "org.junit.",
          "io.sentry.",
          "System.",
          "Microsoft.");

  private static final Pattern FOREIGN_FILE =
      Pattern.compile(
          "(^|.*/)node_modules/.*|webpack/(bootstrap|runtime).*|.*/webpack/(bootstrap|runtime).*"
              + "|node:.*|internal/.*|native|<anonymous>|(chrome|moz|safari|safari-web)-extension:.*"
              + "|.*/(site|dist)-packages/.*|(.*/)?lib/python[0-9.]+/.*|.*/gems/.*|.*/vendor/.*"
              + "|/usr/(local/)?(go|lib|share)/.*|(.*/)?pkg/mod/.*");

  private InApp() {}

  static boolean judge(@Nullable String module, String file) {
    if (module != null && FOREIGN_MODULES.stream().anyMatch(module::startsWith)) {
      return false;
    }
    return !FOREIGN_FILE.matcher(file).matches();
  }
}

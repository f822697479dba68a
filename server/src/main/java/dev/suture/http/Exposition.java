package dev.suture.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gauges in the text format of Prometheus, each with its help and its rows together.
final class Exposition {
  private final String environment;
  private final Map<String, StringBuilder> gauges = new LinkedHashMap<>();

  Exposition(String environment) {
    this.environment = environment;
  }

  /// @param value left out when it is not known: no row says something else than 0
  void gauge(String name, String help, String service, @Nullable Double value) {
    String full = "suture_dora_" + name;
    StringBuilder rows =
        gauges.computeIfAbsent(
            full,
            _ ->
                new StringBuilder("# HELP " + full + " " + name.replace('_', ' ') + ", " + help)
                    .append("\n# TYPE ")
                    .append(full)
                    .append(" gauge\n"));
    if (value != null) {
      rows.append(full)
          .append("{service=\"")
          .append(label(service))
          .append("\",environment=\"")
          .append(label(environment))
          .append("\"} ")
          .append(value)
          .append('\n');
    }
  }

  private static String label(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  String text() {
    return String.join("", gauges.values());
  }
}

package dev.suture.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "dora",
    description = "The five DORA metrics, with n and a 95 %% interval, and how other tools count.")
final class DoraCommand extends ReadingCommand {
  @Option(names = "--project", paramLabel = "SLUG", description = "Only one service.")
  private String project = "";

  @Option(names = "--team", paramLabel = "SLUG", description = "Only the services of one team.")
  private String team = "";

  @Option(names = "--environment", description = "Where to (default: production).")
  private String environment = "";

  @Option(names = "--from", paramLabel = "DAY", description = "Begins here (default: 90 days ago).")
  private String from = "";

  @Option(names = "--to", paramLabel = "DAY", description = "Ends here (default: now).")
  private String to = "";

  DoraCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("project", project);
    asked.put("team", team);
    asked.put("environment", environment);
    asked.put("from", from);
    asked.put("to", to);
    return api.get(ApiClient.query(ApiClient.path("dora"), asked));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    if (!answer.path("any").asBoolean()) {
      terminal.say(
          "Nothing was deployed there yet: `suture deploy record` records a deployment, `suture"
              + " deploy import` brings in those that were.");
      return;
    }
    JsonNode figures = answer.path("figures");
    JsonNode lead = figures.path("leadTime");
    JsonNode frequency = figures.path("frequency");
    JsonNode recovery = figures.path("recovery");
    terminal.table(
        List.of("METRIC", "VALUE", "95 %", "OF"),
        List.of(
            List.of(
                "change lead time",
                length(lead.path("median")),
                between(length(low(lead)), length(high(lead))),
                lead.path("n").asInt() + " changes"),
            List.of(
                "deployment frequency",
                perDay(frequency.path("perDay")),
                between(perDay(low(frequency)), perDay(high(frequency))),
                frequency.path("n").asInt() + " deployments"),
            List.of(
                "failed deployment recovery time",
                length(recovery.path("median")),
                between(length(low(recovery)), length(high(recovery))),
                recovery.path("n").asInt()
                    + " failures, "
                    + recovery.path("open").asInt()
                    + " open"),
            rate("change fail rate", figures.path("changeFail")),
            rate("deployment rework rate", figures.path("rework"))));
    JsonNode provisional = figures.path("provisional");
    if (provisional.path("deployments").asInt() > 0) {
      terminal.say(
          provisional.path("deployments").asInt()
              + " deployments are still watched and in no fail rate yet; "
              + provisional.path("failed").asInt()
              + " of them failed so far.");
    }
    terminal.say("");
    terminal.table(
        List.of("AS COUNTED BY", "FAIL RATE", "RECOVERY", "LEAD TIME"),
        answer
            .path("compared")
            .valueStream()
            .map(
                each ->
                    List.of(
                        Terminal.cell(each.path("tool").asString(""), 20),
                        percent(each.path("changeFail"))
                            + " ("
                            + each.path("failures").asInt()
                            + " of "
                            + each.path("of").asInt()
                            + ")",
                        length(each.path("recovery")),
                        length(each.path("leadTime"))))
            .toList());
  }

  private static List<String> rate(String name, JsonNode rate) {
    return List.of(
        name,
        percent(rate.path("value")),
        between(percent(low(rate)), percent(high(rate))),
        rate.path("hits").asInt() + " of " + rate.path("n").asInt());
  }

  private static JsonNode low(JsonNode figure) {
    return figure.path("interval").path("low");
  }

  private static JsonNode high(JsonNode figure) {
    return figure.path("interval").path("high");
  }

  private static String between(String low, String high) {
    return low.equals("-") && high.equals("-") ? "-" : low + " to " + high;
  }

  private static String perDay(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.2f a day", value.asDouble()) : "-";
  }

  private static String percent(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.1f %%", value.asDouble() * 100) : "-";
  }

  private static String length(JsonNode value) {
    if (!value.isNumber()) {
      return "-";
    }
    double seconds = value.asDouble();
    return seconds < 2 * 3_600
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : seconds < 2 * 86_400
            ? String.format(Locale.ROOT, "%.1f h", seconds / 3_600)
            : String.format(Locale.ROOT, "%.1f d", seconds / 86_400);
  }
}

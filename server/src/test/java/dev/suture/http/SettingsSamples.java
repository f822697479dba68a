package dev.suture.http;

import dev.suture.capture.PersonStore;
import dev.suture.cause.Bodies;
import dev.suture.project.Category;
import dev.suture.project.Limit;
import dev.suture.project.Settings;
import dev.suture.project.SettingsStore;
import java.util.List;
import java.util.Map;

/// What the answers about a project's settings look like.
final class SettingsSamples {
  private SettingsSamples() {}

  static Map<String, Object> answers() {
    Limit limit = new Limit(Category.error, Limit.Per.minute, 1000);
    Settings settings =
        new Settings(
            "javascript",
            new Settings.Filters(
                true,
                false,
                true,
                true,
                false,
                List.of(Settings.LegacyBrowser.ie11),
                List.of("ResizeObserver loop*"),
                List.of("shop@0.*"),
                List.of("10.1.0.0/16"),
                List.of("https://cdn.example/*")),
            new Settings.Scrubbing(
                true,
                false,
                List.of("customer_no"),
                List.of("extra.order"),
                List.of(new Settings.Rule("$user.**", "anything", "", Settings.Method.hash, ""))),
            new Settings.Limits(List.of(limit, new Limit(null, Limit.Per.day, 50_000)), true));
    return Map.of(
        "Outcomes",
        new OutcomeApi.Outcomes(
            Bodies.AT,
            Bodies.AT.plusSeconds(7_200),
            3_600,
            List.of(
                new OutcomeApi.Series("event", "stored", "", 12, List.of(5L, 7L)),
                new OutcomeApi.Series("event", "filtered", "web crawler", 1, List.of(0L, 1L)))),
        "ScrubbingTrial",
        new ScrubbingApi.Outcome("card [removed: credit card]"),
        "PersonFound",
        new PersonApi.Found(3, 1, 0),
        "PersonRequests",
        new PersonApi.Requests(
            List.of(
                new PersonStore.Request(
                    Bodies.AT, "ana", PersonStore.Request.Kind.deleted, "00112233aabbccdd", 3, 1))),
        "Keys",
        new KeyApi.Keys(
            List.of(
                new KeyApi.KeyView(
                    "00112233445566778899aabbccddeeff",
                    "Web shop",
                    true,
                    Bodies.AT,
                    "http://00112233445566778899aabbccddeeff@localhost:4747/1",
                    List.of(limit)))),
        "ProjectSettings",
        new SettingsApi.SettingsView(
            3,
            settings,
            List.of(new SettingsStore.Change(3, Bodies.AT, "ana", List.of("filters", "limits")))));
  }
}

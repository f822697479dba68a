package dev.suture.ship;

import dev.suture.watch.Need;
import dev.suture.watch.Outlook;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the watch would need at each stage of a ship to notice that the rate of errors has doubled,
/// said before the first of them.
///
/// @param over what errors are counted over: `session` or `minute`
public record Forecast(String over, List<AtStage> stages) {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  /// @param errors more that it takes
  /// @param minutes at today's traffic; null when a month of it is not enough
  /// @param waits minutes that the stage waits for the watch before a person is asked
  public record AtStage(String name, double errors, @Nullable Double minutes, int waits) {}

  static Forecast of(ShipPolicy policy, Outlook outlook) {
    return new Forecast(
        outlook.over(), policy.stages().stream().map(stage -> at(stage, policy, outlook)).toList());
  }

  private static AtStage at(Stage stage, ShipPolicy policy, Outlook outlook) {
    Need need = outlook.doubling(stage.share() / 100);
    return new AtStage(
        stage.name(), need.errors(), need.minutes(), Math.max(stage.bake(), policy.longest()));
  }

  /// For a sentence of ours.
  public String words(AtStage stage) {
    return String.format(
        Locale.ROOT,
        "A doubling would take about %.0f more %s to be noticed, %s.",
        Math.ceil(stage.errors()),
        counted(over),
        stage.minutes() == null ? "more than a month at today's traffic" : words(stage.minutes()));
  }

  static String counted(String over) {
    return over.equals("session") ? "failed sessions" : "errors";
  }

  /// A length of time, as exact as it is worth to be.
  static String words(double minutes) {
    String length =
        minutes < 2 * HOUR
            ? Math.max(1, Math.round(minutes)) + " min"
            : minutes < 2 * DAY
                ? Math.round(minutes / HOUR) + " h"
                : Math.round(minutes / DAY) + " days";
    return "about " + length + " at today's traffic";
  }
}

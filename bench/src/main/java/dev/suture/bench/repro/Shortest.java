package dev.suture.bench.repro;

import dev.suture.capture.Exchange;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Step;

/// What the recorded actions take at least: from each until the last answer that it asked for came,
/// and of the first one until the page asked for anything at all. The person's own time between is
/// none of it.
final class Shortest {
  /// A page that asks for nothing has to be opened all the same.
  private static final double OPENED_MS = 200;

  private Shortest() {}

  static double ms(Played play) {
    double sum = 0;
    for (int i = 0; i < play.steps().size(); i++) {
      Step step = play.steps().get(i);
      double next =
          i + 1 < play.steps().size() ? play.steps().get(i + 1).at() : play.scene().failedAt();
      double end = step.at() + (i == 0 ? OPENED_MS : 0);
      for (Exchange each : play.exchanges()) {
        if (each.at() >= step.at() && each.at() < next) {
          end = Math.max(end, Math.min(each.at() + each.ms(), next));
        }
      }
      sum += end - step.at();
    }
    return sum;
  }
}

package dev.suture.repro;

import dev.suture.repro.Reproduction.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stood in a field for a while before what was typed into it at last, which is all that a
/// recorder keeps of it. Requests tell it: where one asks for the last text, those before it asked
/// for the earlier ones in the same place; and a beginning of the last text was typed as well.
final class Typed {
  private static final int MOST = 20;

  private final Step step;
  private final String last;
  private final List<Said.Request> requests;
  private final List<Step> typed = new ArrayList<>();

  /// When the last text was asked for at the latest, by the place.
  private final Map<String, Double> asked = new HashMap<>();

  private Typed(Step step, String last, List<Said.Request> requests) {
    this.step = step;
    this.last = last;
    this.requests = requests;
    for (Said.Request request : requests) {
      for (Said said : request.said()) {
        if (said.text().equals(last)) {
          asked.put(said.place(), request.at());
        }
      }
    }
  }

  /// The step itself when nothing else was asked for; else one for each text in turn.
  ///
  /// @param until when the user did the next thing, or the failure came
  static List<Step> inTurn(Step step, double until, List<Said.Request> requests) {
    return step.value() == null
        ? List.of(step)
        : new Typed(step, step.value(), requests).inTurn(until);
  }

  private List<Step> inTurn(double until) {
    double at = step.at();
    for (Said.Request request : requests) {
      if (request.at() < step.at() || request.at() >= until) {
        continue;
      }
      for (Said said : request.said()) {
        if (isEarlier(said, request.at()) && typed.size() < MOST) {
          typed.add(as(said.text(), typed.isEmpty() ? step.at() : request.at() - 1));
          at = request.at();
        }
      }
    }
    if (typed.isEmpty()) {
      return List.of(step);
    }
    typed.add(as(last, Math.min(until, Math.max(at, next(at) - 1))));
    return typed;
  }

  private Step as(String text, double at) {
    return new Step(at, step.kind(), text, List.of(), false, step.target());
  }

  /// Whether it is asked for in place of the last text, and is none that stood there before.
  private boolean isEarlier(Said said, double at) {
    boolean there = !typed.isEmpty() && said.text().equals(typed.getLast().value());
    boolean other = !there && !said.text().isEmpty() && !said.text().equals(last);
    boolean fits = last.startsWith(said.text()) || asked.getOrDefault(said.place(), 0.0) > at;
    return other
        && fits
        && requests.stream()
            .takeWhile(each -> each.at() < step.at())
            .noneMatch(each -> each.said().contains(said));
  }

  /// When the last text was first asked for after a moment.
  private double next(double moment) {
    return requests.stream()
        .filter(each -> each.at() > moment)
        .filter(each -> each.said().stream().anyMatch(said -> said.text().equals(last)))
        .mapToDouble(Said.Request::at)
        .min()
        .orElse(moment);
  }
}

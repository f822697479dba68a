package dev.suture.dora;

import dev.suture.dora.History.WatchEnd;
import dev.suture.dora.History.Word;
import dev.suture.dora.Outcome.Recovery;
import dev.suture.watch.Watching;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// When a failed deployment was over: once its remedy is deployed and the error rate is back.
///
/// @param remedies of a delivery, as far as evidence names them
/// @param watches by the id of their deployment
record Recoveries(
    Instant now,
    Map<Long, WatchEnd> watches,
    List<Delivery> deliveries,
    Function<Delivery, List<Delivery>> remedies,
    Predicate<Delivery> failed,
    Function<Delivery, List<Word>> words) {

  Recovery of(Delivery delivery, @Nullable Instant detected) {
    Instant said =
        words.apply(delivery).stream()
            .filter(Word::failed)
            .map(Word::recovered)
            .reduce(null, (before, next) -> next == null ? before : next);
    if (said != null && !said.isBefore(delivery.at())) {
      return new Recovery(delivery.at(), detected, null, said, "Somebody said when it was well.");
    }
    Delivery remedy = remedy(delivery);
    if (remedy == null) {
      return new Recovery(delivery.at(), detected, null, null, "No remedy was deployed yet.");
    }
    long id = remedy.last().id();
    if (failed.test(remedy)) {
      Recovery next = of(remedy, null);
      return new Recovery(
          delivery.at(),
          detected,
          next.remedy() == null ? Long.valueOf(id) : next.remedy(),
          next.to(),
          "Its remedy failed as well; it is over when that is. " + next.how());
    }
    WatchEnd watch = watchOf(remedy);
    if (watch == null || (watch.calm() == null && !open(watch))) {
      return new Recovery(
          delivery.at(),
          detected,
          id,
          remedy.at(),
          "The remedy was deployed; no watch could show that the rate is back.");
    }
    Instant calm = watch.calm();
    return calm == null
        ? new Recovery(
            delivery.at(),
            detected,
            id,
            null,
            "The remedy is deployed; it is not shown yet that the rate is back.")
        : new Recovery(
            delivery.at(),
            detected,
            id,
            calm.isAfter(remedy.at()) ? calm : remedy.at(),
            "The remedy was deployed, and it is shown that the rate is back.");
  }

  /// The earliest that evidence names; where it names none, the next delivery that is shown to be
  /// well.
  private @Nullable Delivery remedy(Delivery delivery) {
    return remedies.apply(delivery).stream()
        .filter(each -> each.at().isAfter(delivery.at()))
        .min(Comparator.comparing(Delivery::at))
        .orElseGet(
            () ->
                deliveries.stream()
                    .filter(each -> each.at().isAfter(delivery.at()))
                    .filter(each -> !failed.test(each) && isCalm(each))
                    .findFirst()
                    .orElse(null));
  }

  private boolean isCalm(Delivery delivery) {
    WatchEnd watch = watchOf(delivery);
    return watch != null && watch.calm() != null;
  }

  private boolean open(WatchEnd watch) {
    return deliveries.stream()
        .filter(each -> each.has(watch.deployment()))
        .anyMatch(each -> each.at().plus(Watching.LENGTH).isAfter(now));
  }

  private @Nullable WatchEnd watchOf(Delivery delivery) {
    return delivery.ids().stream()
        .map(watches::get)
        .filter(Objects::nonNull)
        .reduce((_, later) -> later)
        .orElse(null);
  }
}

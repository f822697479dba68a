package dev.suture.dora;

import dev.suture.deploy.Deployment;
import dev.suture.dora.History.Declared;
import dev.suture.dora.History.WatchEnd;
import dev.suture.dora.History.Word;
import dev.suture.watch.Watching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rule of failure: a deployment failed when a person says so, when it was rolled back, when a
/// hotfix was declared for it, or when its watch alarmed; once, however many reasons there are. A
/// person's newest word is above all of them.
public final class Outcomes {
  private final History history;
  private final List<Delivery> deliveries;
  private final Map<Delivery, List<Evidence>> evidence = new HashMap<>();
  private final Map<Delivery, List<Delivery>> remedies = new HashMap<>();

  private Outcomes(History history) {
    this.history = history;
    this.deliveries = Delivery.of(history.service(), history.deployments());
  }

  /// Oldest first.
  public static List<Outcome> of(History history) {
    return new Outcomes(history).judge();
  }

  private List<Outcome> judge() {
    history.words().stream().filter(Word::failed).forEach(this::heed);
    history.watches().forEach(this::heed);
    deliveries.stream().filter(Delivery::isRollback).forEach(this::blameForRollback);
    history.hotfixes().forEach(this::blameForHotfix);
    blameForHotfixDeployments();
    Recoveries recoveries =
        new Recoveries(
            history.now(),
            history.watches().stream()
                .collect(Collectors.toMap(WatchEnd::deployment, each -> each, (_, later) -> later)),
            deliveries,
            this::remedies,
            this::hasFailed,
            this::wordsOf);
    return deliveries.stream()
        .map(
            each ->
                new Outcome(
                    each,
                    hasFailed(each),
                    each.at().plus(Watching.LENGTH).isAfter(history.now()),
                    evidenceOf(each),
                    wordsOf(each),
                    hasFailed(each) ? recoveries.of(each, detected(each)) : null))
        .toList();
  }

  private boolean hasFailed(Delivery delivery) {
    List<Word> persons = wordsOf(delivery).stream().filter(Word::ofPerson).toList();
    return persons.isEmpty() ? !evidenceOf(delivery).isEmpty() : persons.getLast().failed();
  }

  private List<Word> wordsOf(Delivery delivery) {
    return history.words().stream().filter(word -> delivery.has(word.deployment())).toList();
  }

  private List<Evidence> evidenceOf(Delivery delivery) {
    return evidence.getOrDefault(delivery, List.of()).stream()
        .sorted(Comparator.comparing(Evidence::at))
        .toList();
  }

  private @Nullable Instant detected(Delivery delivery) {
    List<Evidence> found = evidenceOf(delivery);
    return found.isEmpty() ? null : found.getFirst().at();
  }

  private List<Delivery> remedies(Delivery delivery) {
    return remedies.getOrDefault(delivery, List.of());
  }

  private void heed(Word word) {
    Delivery of = find(word.deployment());
    if (of != null) {
      blame(of, Evidence.said(word));
    }
  }

  private void heed(WatchEnd watch) {
    Delivery of = find(watch.deployment());
    if (of != null && watch.alarmed() != null) {
      blame(of, Evidence.alarm(watch.alarmed(), watch.verdict()));
    }
  }

  /// A rollback takes away all deliveries since its target. To blame are those that failed by
  /// themselves; where none did, the first one, for what came after it was built on it.
  private void blameForRollback(Delivery rollback) {
    int at = deliveries.indexOf(rollback);
    int target = at - 1;
    while (target >= 0 && !deliveries.get(target).release().equals(rollback.release())) {
      target--;
    }
    int first = target < 0 ? at - 1 : target + 1;
    List<Delivery> taken =
        deliveries.subList(Math.max(0, first), at).stream()
            .filter(each -> !each.isRollback())
            .toList();
    for (Delivery each : taken) {
      remedies.computeIfAbsent(each, _ -> new ArrayList<>()).add(rollback);
    }
    List<Delivery> guilty = taken.stream().filter(evidence::containsKey).toList();
    if (!guilty.isEmpty()) {
      guilty.forEach(each -> blame(each, Evidence.rolledBack(rollback, false)));
    } else if (!taken.isEmpty()) {
      blame(taken.getFirst(), Evidence.rolledBack(rollback, taken.size() > 1));
    }
  }

  private void blameForHotfix(Declared declared) {
    Delivery named =
        deliveries.stream()
            .filter(each -> each.release().equals(declared.release()))
            .filter(each -> !each.isRollback() && !each.at().isAfter(declared.at()))
            .findFirst()
            .orElse(null);
    Delivery live =
        deliveries.stream()
            .filter(each -> !each.at().isAfter(declared.at()))
            .reduce((_, later) -> later)
            .orElse(null);
    Delivery blamed = named == null ? live : named;
    if (blamed == null) {
      return;
    }
    blame(blamed, Evidence.hotfix(declared, named == null));
    Delivery remedy = declared.remedy() == null ? null : find(declared.remedy());
    if (remedy != null && remedy.at().isAfter(blamed.at())) {
      remedies.computeIfAbsent(blamed, _ -> new ArrayList<>()).add(remedy);
    }
  }

  /// A hotfix that was deployed without one being declared here is for what was live before it.
  private void blameForHotfixDeployments() {
    for (int i = 1; i < deliveries.size(); i++) {
      Delivery remedy = deliveries.get(i);
      boolean declared =
          history.hotfixes().stream()
              .anyMatch(each -> each.remedy() != null && remedy.has(each.remedy()));
      if (remedy.kind() == Deployment.Kind.hotfix && !declared) {
        Delivery before = deliveries.get(i - 1);
        remedies.computeIfAbsent(before, _ -> new ArrayList<>()).add(remedy);
        blame(before, Evidence.hotfixDeployed(remedy));
      }
    }
  }

  private void blame(Delivery delivery, Evidence found) {
    evidence.computeIfAbsent(delivery, _ -> new ArrayList<>()).add(found);
  }

  private @Nullable Delivery find(long deployment) {
    return deliveries.stream().filter(each -> each.has(deployment)).findFirst().orElse(null);
  }
}

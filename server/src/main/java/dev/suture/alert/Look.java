package dev.suture.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a rule sees at one moment: what fires by its subject, and of what is open whether it has
/// ended. What it cannot tell stays as it is.
///
/// @param ended why an open alert has ended, in words of Suture's; empty while it has not
record Look(Map<String, Told> firing, Function<Alert, Optional<String>> ended) {
  static final Look NOTHING = new Look(Map.of(), _ -> Optional.empty());

  Look {
    firing = new LinkedHashMap<>(firing);
  }

  /// What is to be opened and ended, given what is open.
  AlertStore.Step step(long project, Rule rule, List<Alert> open) {
    Set<String> known = open.stream().map(Alert::subject).collect(Collectors.toSet());
    List<AlertStore.Opening> openings =
        firing.entrySet().stream()
            .filter(found -> !known.contains(found.getKey()))
            .map(found -> new AlertStore.Opening(rule, found.getKey(), found.getValue()))
            .toList();
    List<AlertStore.Ending> endings =
        open.stream()
            .filter(alert -> !firing.containsKey(alert.subject()))
            .flatMap(
                alert ->
                    ended.apply(alert).map(why -> new AlertStore.Ending(alert.id(), why)).stream())
            .toList();
    return new AlertStore.Step(project, openings, endings);
  }
}

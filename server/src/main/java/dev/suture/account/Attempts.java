package dev.suture.account;

import dev.suture.io.LeastRecentlyUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Holds up who guesses passwords. An attempt counts as failed from its beginning, so that many at
/// once are no way around; one that succeeds is taken back.
///
/// One address that tries one account is held up soonest. An address that tries many, and an
/// account that many try, are held up later, the account for a minute at the most: otherwise
/// anybody could keep its owner out.
public final class Attempts {
  private static final int MOST_KEPT = 20_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Map<String, Count> counts = new LeastRecentlyUsed<>(MOST_KEPT);

  private record Count(int failures, Instant last, Instant until) {}

  /// @param free failures before the first delay
  private record Rule(String key, int free, Duration longest) {}

  /// @return how long the caller has to wait; zero when the attempt may go on
  public synchronized Duration begin(String account, String address, Instant now) {
    List<Rule> rules = rules(account, network(address));
    Duration wait = Duration.ZERO;
    for (Rule rule : rules) {
      Count count = counts.get(rule.key());
      if (count != null && now.isBefore(count.until())) {
        Duration left = Duration.between(now, count.until());
        wait = left.compareTo(wait) > 0 ? left : wait;
      }
    }
    if (wait.isZero()) {
      rules.forEach(rule -> counts.put(rule.key(), failed(rule, now)));
    }
    return wait;
  }

  /// Whoever has an account of his own does not get rid of what he has tried on others by it.
  public synchronized void succeeded(String account, String address) {
    List<Rule> rules = rules(account, network(address));
    counts.remove(rules.getFirst().key());
    for (Rule rule : rules) {
      counts.computeIfPresent(
          rule.key(),
          (_, count) ->
              count.failures() <= 1
                  ? null
                  : new Count(count.failures() - 1, count.last(), count.last()));
    }
  }

  private Count failed(Rule rule, Instant now) {
    Count before = counts.get(rule.key());
    boolean fresh = before == null || now.isAfter(before.last().plus(FORGOTTEN_AFTER));
    int failures = fresh || before == null ? 1 : before.failures() + 1;
    int over = failures - rule.free();
    Duration delay = over < 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(over, 20));
    return new Count(
        failures, now, now.plus(delay.compareTo(rule.longest()) > 0 ? rule.longest() : delay));
  }

  private static List<Rule> rules(String account, String address) {
    return List.of(
        new Rule("both " + account + " " + address, 5, Duration.ofMinutes(15)),
        new Rule("address " + address, 20, Duration.ofMinutes(15)),
        new Rule("account " + account, 20, Duration.ofMinutes(1)));
  }

  /// One subscriber has a whole network of IPv6 addresses.
  private static String network(String address) {
    String[] groups = address.replace("[", "").replace("]", "").split(":", -1);
    return groups.length < 5 ? address : String.join(":", List.of(groups).subList(0, 4));
  }
}

package dev.suture.deploy;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which of two releases of a project is the later one.
///
/// Two names that are versions of one thing are ordered as versions: semantic ones, calendar ones,
/// with pre-releases and numbered builds, with and without `package@`. Everything else, hashes
/// above all, is ordered by when the server first heard of it; what it never heard of is newest.
public final class ReleaseOrder {
  /// The order of versions alone.
  public static final ReleaseOrder NOTHING_KNOWN = new ReleaseOrder(List.of());

  private final Map<String, Instant> known;
  private final Map<String, Optional<Version>> versions = new ConcurrentHashMap<>();

  /// A release and when the server first heard of it: by an announcement, a deployment, or an
  /// event.
  public record Known(String release, Instant since) {}

  public ReleaseOrder(Collection<Known> releases) {
    known = new LinkedHashMap<>();
    for (Known each : releases) {
      known.merge(each.release(), each.since(), (one, two) -> one.isBefore(two) ? one : two);
    }
  }

  public boolean isLater(String release, String than) {
    return order(release, than) > 0;
  }

  /// Negative when `one` is the earlier release, 0 when nothing says which is.
  public int order(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    Optional<Version> mine = version(one);
    Optional<Version> theirs = version(other);
    if (mine.isPresent() && theirs.isPresent() && mine.get().unit().equals(theirs.get().unit())) {
      int byVersion = mine.get().order(theirs.get());
      if (byVersion != 0) {
        return byVersion;
      }
    }
    return heard(one).compareTo(heard(other));
  }

  /// The newest release that is known.
  ///
  /// @param like of this one's package, when it has one and releases of it are known
  public Optional<String> newest(@Nullable String like) {
    Optional<String> unit = like == null ? Optional.empty() : version(like).map(Version::unit);
    Optional<String> ofUnit =
        unit.flatMap(
            name ->
                known.keySet().stream()
                    .filter(
                        each -> version(each).map(Version::unit).filter(name::equals).isPresent())
                    .reduce(this::later));
    return ofUnit.or(() -> known.keySet().stream().reduce(this::later));
  }

  /// When the server first heard of a release; empty when it never did.
  public Optional<Instant> since(String release) {
    return Optional.ofNullable(known.get(release));
  }

  private String later(String one, String other) {
    return isLater(other, one) ? other : one;
  }

  private Instant heard(String release) {
    return known.getOrDefault(release, Instant.MAX);
  }

  private Optional<Version> version(String release) {
    return versions.computeIfAbsent(release, Version::parse);
  }
}

package dev.suture.issue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What events must share to be one issue, and why.
///
/// @param grouping version of the rule that made it
/// @param hash 32 lower-case hexadecimal digits over the parts
/// @param parts what was hashed, in words a person can check
/// @param joins other hashes of the same fault, the most certain first
/// @param title what a project's rule wants the issue called; null for the usual
public record Fingerprint(
    String grouping,
    String hash,
    List<String> parts,
    @JsonIgnore List<Join> joins,
    @JsonIgnore @Nullable String title) {

  public Fingerprint {
    joins = joins == null ? List.of() : joins;
  }

  public Fingerprint(String grouping, String hash, List<String> parts) {
    this(grouping, hash, parts, List.of(), null);
  }

  public Fingerprint with(List<Join> others) {
    return new Fingerprint(grouping, hash, parts, List.copyOf(others), title);
  }

  public Fingerprint titled(@Nullable String wanted) {
    return new Fingerprint(grouping, hash, parts, joins, wanted);
  }

  /// What the first of the hashes leads to that leads anywhere: the event's own, then its joins.
  ///
  /// @param known what a hash leads to; null where it leads nowhere yet
  public <T> Optional<T> lead(Function<String, @Nullable T> known) {
    T own = known.apply(hash);
    if (own != null) {
      return Optional.of(own);
    }
    for (Join join : joins) {
      boolean asked = join.use() != Use.keep;
      if (asked && (join.unless() == null || known.apply(join.unless()) == null)) {
        T found = known.apply(join.hash());
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /// The joins that later events are to find.
  public List<Join> kept() {
    return joins.stream().filter(join -> join.use() != Use.find).toList();
  }

  /// Another way to say the same fault. It leads an event to an issue that is there already, and
  /// never away from one that the event's own hash names.
  ///
  /// @param variant what it is made of, in a word
  /// @param unless a hash that, once known, makes this one worth nothing; null for none
  public record Join(String variant, String hash, Use use, @Nullable String unless) {}

  public enum Use {
    /// Looked up, and kept for later events.
    both,
    /// Only looked up: what another kind of event keeps.
    find,
    /// Only kept, for another kind of event to find.
    keep
  }
}

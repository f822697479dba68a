package dev.suture.bench.cause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody says a failure's cause is; null where nothing is said of it.
///
/// @param exchange id of the exchange
/// @param field path in its body
/// @param action index among the actions
/// @param file that is to be changed
/// @param commit that brought it in
/// @param confident whether it is said as sure
/// @param fixedOn lines that are said to have the fix already
record Answer(
    @Nullable String exchange,
    @Nullable String field,
    @Nullable Integer action,
    @Nullable String file,
    @Nullable String commit,
    boolean confident,
    List<String> fixedOn) {

  /// Of somebody who says nothing of lines.
  Answer(
      @Nullable String exchange,
      @Nullable String field,
      @Nullable Integer action,
      @Nullable String file,
      @Nullable String commit) {
    this(exchange, field, action, file, commit, true, List.of());
  }

  boolean exchangeIsRight(Truth truth) {
    Truth.Exchange right = truth.exchange();
    return right == null ? exchange == null : right.id().equals(exchange);
  }

  boolean fieldIsRight(Truth truth) {
    return exchangeIsRight(truth) && truth.isField(field);
  }

  boolean actionIsRight(Truth truth) {
    Truth.Action right = truth.action();
    return right != null && action != null && right.index() == action;
  }

  boolean fileIsRight(Truth truth) {
    return truth.isFix(file);
  }

  boolean commitIsRight(Truth truth) {
    return truth.commit().equals(commit);
  }

  boolean fixedIsRight(Truth truth) {
    return fixedOn.containsAll(truth.fixedOn()) && truth.fixedOn().containsAll(fixedOn);
  }

  /// Said as sure, and another exchange or another field of it than the true one.
  boolean isConfidentAndWrong(Truth truth) {
    if (!confident || exchange == null) {
      return false;
    }
    return !exchangeIsRight(truth)
        || (truth.field() != null && field != null && !truth.isField(field));
  }
}

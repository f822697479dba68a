package dev.suture.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A list that cannot be changed and whose elements are made when they are asked for, each from its
/// place: of most of what senders write nothing is ever asked.
///
/// Elements are to be values, and making one twice makes the same: threads that ask at one time
/// each make their own.
public final class OnDemand<T> extends AbstractList<T> implements RandomAccess {
  private final int size;
  private final IntFunction<T> make;

  /// What was asked for; absent before anything was.
  private @Nullable Object @Nullable [] made;

  private OnDemand(int size, IntFunction<T> make) {
    this.size = size;
    this.make = make;
  }

  /// @param make the element of a place, from 0; never null
  public static <T> List<T> of(int size, IntFunction<T> make) {
    return size == 0 ? List.of() : new OnDemand<>(size, make);
  }

  /// The list as it is now, and its elements still on demand where they are.
  public static <T> List<T> copyOf(List<T> list) {
    return list instanceof OnDemand<T> ? list : List.copyOf(list);
  }

  @Override
  @SuppressWarnings("unchecked")
  public T get(int index) {
    @Nullable Object[] there = made;
    if (there == null) {
      there = new Object[size];
      made = there;
    }
    Object known = there[index];
    if (known == null) {
      known = make.apply(index);
      there[index] = known;
    }
    return (T) known;
  }

  @Override
  public int size() {
    return size;
  }
}

package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a value can have come from.
///
/// @param source what gave it
/// @param path from what the source gave to the value
public record Origin(Source source, List<Step> path) {

  /// Whether it comes from outside the program and is in no answer.
  public boolean isElsewhere() {
    return switch (source) {
      case Storage _, Address _, Element _, Chunk _ -> true;
      case Request _, Constant _, Global _, Unknown _ -> false;
    };
  }

  /// What gives values to a program.
  public sealed interface Source {}

  /// A request's answer.
  public record Request(Node call, Style style, Asked asked) implements Source {}

  /// What is known of a request by its code.
  ///
  /// @param method upper case; null when any
  /// @param url regular expression for the whole address or its path; null when any
  /// @param operation of GraphQL; null when unknown
  public record Asked(@Nullable String method, @Nullable String url, @Nullable String operation) {
    /// Nothing is known of it.
    public static final Asked UNKNOWN = new Asked(null, null, null);
  }

  /// How an answer is held.
  public enum Style {
    /// Its body has to be read first.
    response,
    /// Its body is its `data`.
    data,
    /// The value is its body.
    body,
    /// One of them.
    any
  }

  public record Storage(@Nullable String key, Node at) implements Source {}

  /// The page's address.
  public record Address(Node at) implements Source {}

  /// An element of the page.
  public record Element(Node at) implements Source {}

  /// Something written in the program.
  public record Constant(Node at, @Nullable Context context) implements Source {}

  /// A name that the program does not declare.
  public record Global(String name, Node at) implements Source {}

  /// A file of the program that is loaded when it is needed.
  public record Chunk(Node at) implements Source {}

  /// Something that was not followed farther.
  public record Unknown(Node at) implements Source {}
}

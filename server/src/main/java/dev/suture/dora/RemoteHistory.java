package dev.suture.dora;

import dev.suture.dora.ListReader.Row;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks another tool for what it has deployed.
public interface RemoteHistory {
  /// @param rows is given each entry as it comes
  /// @throws IOException with a sentence for whoever asked
  void read(Place place, Consumer<Row> rows) throws IOException;

  /// @param format `github` or `gitlab`
  /// @param address of the API; null for the public one
  /// @param repository `owner/name`, or GitLab's path or number of the project
  /// @param token to sign in by; never kept
  /// @param environment only what went there; null for all
  record Place(
      String format,
      @Nullable String address,
      String repository,
      @Nullable String token,
      @Nullable String environment) {}
}

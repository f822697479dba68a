package dev.suture.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs a server in this process.
public interface Hosting {
  /// Returns when the server answers.
  ///
  /// @param progress is told what is being done
  /// @throws Failure with what to do
  Running start(Wish wish, Consumer<String> progress) throws Failure;

  /// @param settings of the server, as text by key; those that are absent have their defaults
  record Wish(SortedMap<String, String> settings, boolean demo) {}

  /// @param data folder that everything is kept in
  /// @param address of the web console and of everything else
  /// @param welcome address that makes the first account, once; null when there is an account
  /// @param launcher that starts commands of ours
  /// @param dsns project slug -> DSN
  /// @param extension folder of the unpacked extension; null when it was not built
  /// @param guide what to try, line by line
  /// @param stop ends the server; what was accepted is on disk
  record Running(
      Path data,
      URI address,
      @Nullable URI welcome,
      String launcher,
      SortedMap<String, String> dsns,
      @Nullable Path extension,
      List<String> guide,
      Runnable stop) {}
}

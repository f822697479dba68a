package dev.suture.sourcemap;

import dev.suture.event.Frame;
import dev.suture.event.SourceMapCompiler.NotASourceMap;
import dev.suture.repro.StackMaps;
import dev.suture.sourcemap.EventMaps.Found;
import dev.suture.sourcemap.EventMaps.Lookup;
import dev.suture.sourcemap.EventMaps.Missing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Maps stacks by the maps that a build has left beside what it built.
public final class BuiltStacks implements StackMaps {
  private final MapCache cache = new MapCache();

  @Override
  public List<Frame> mapped(List<Frame> stack, Function<String, Optional<byte[]>> maps) {
    Map<String, Lookup> found = new HashMap<>();
    return SourceMapFrames.map(
        stack,
        file ->
            found.computeIfAbsent(
                file,
                _ ->
                    maps.apply(file)
                        .map(this::open)
                        .orElse(new Missing("The build left no source map of this file."))));
  }

  private Lookup open(byte[] map) {
    String key = key(map);
    Optional<OpenMap> cached = cache.get(key);
    if (cached.isPresent()) {
      return new Found(cached.get());
    }
    try {
      OpenMap open = new OpenMap(new SourceMapDecoder().decode(map));
      cache.put(key, open);
      return new Found(open);
    } catch (NotASourceMap invalid) {
      return new Missing("The source map is not valid: " + invalid.getMessage() + ".");
    }
  }

  private static String key(byte[] map) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(map));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

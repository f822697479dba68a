package dev.suture.sourcemap;

import dev.suture.event.SourceMapCompiler.NotASourceMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a map's JSON object as they come, in any order; checked against each other when
/// all are there.
final class Fields {
  boolean version;
  @Nullable Mappings mappings;
  @Nullable List<@Nullable String> sources;
  List<DecodedMap.@Nullable Content> contents = List.of();
  List<String> names = List.of();
  @Nullable String sourceRoot;
  @Nullable BitSet ignored;
  @Nullable String debugId;
  @Nullable List<Section> sections;

  DecodedMap build() throws NotASourceMap {
    if (!version) {
      throw new NotASourceMap("it has no version");
    }
    if (sections != null) {
      if (mappings != null) {
        throw new NotASourceMap("it has both `sections` and `mappings`");
      }
      return joined(sections);
    }
    if (mappings == null || sources == null) {
      throw new NotASourceMap("it has no `mappings` or no `sources`");
    }
    if (ignored != null && ignored.length() > sources.size()) {
      throw new NotASourceMap("`ignoreList` names a source that is not in `sources`");
    }
    mappings.checkBounds(sources.size(), names.size());
    List<DecodedMap.Source> found = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      found.add(
          new DecodedMap.Source(
              resolved(sources.get(i)),
              ignored != null && ignored.get(i),
              i < contents.size() ? contents.get(i) : null));
    }
    return new DecodedMap(mappings, found, names, debugId);
  }

  private @Nullable String resolved(@Nullable String source) {
    boolean absolute = source != null && (source.startsWith("/") || source.contains("://"));
    if (source == null || sourceRoot == null || sourceRoot.isEmpty() || absolute) {
      return source;
    }
    return sourceRoot.endsWith("/") ? sourceRoot + source : sourceRoot + "/" + source;
  }

  private DecodedMap joined(List<Section> parts) {
    int count = parts.size();
    Mappings[] mapped = new Mappings[count];
    int[][] offsets = new int[count][];
    int[] firstSources = new int[count];
    int[] firstNames = new int[count];
    List<DecodedMap.Source> allSources = new ArrayList<>();
    List<String> allNames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Section part = parts.get(i);
      mapped[i] = part.map().mappings();
      offsets[i] = new int[] {part.line(), part.column()};
      firstSources[i] = allSources.size();
      firstNames[i] = allNames.size();
      allSources.addAll(part.map().sources());
      allNames.addAll(part.map().names());
    }
    return new DecodedMap(
        Mappings.join(mapped, offsets, firstSources, firstNames), allSources, allNames, debugId);
  }
}

package dev.suture.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import dev.suture.event.Event;
import dev.suture.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// The content of kept events: JSON in a zstd frame, with the dictionary of its project where there
/// is one. A body lies in the database first and in a pack later.
final class Bodies {
  private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);
  private static final int LEVEL = 1;
  private static final int LARGEST = 64 << 20;

  private static final ThreadLocal<ZstdCompressCtx> COMPRESSION =
      ThreadLocal.withInitial(() -> new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true));

  private final PackFiles packs;
  private final Dictionaries dictionaries;

  Bodies(Path folder) throws IOException {
    this.packs = new PackFiles(folder);
    this.dictionaries = new Dictionaries(folder);
  }

  PackFiles packs() {
    return packs;
  }

  Dictionaries dictionaries() {
    return dictionaries;
  }

  /// Encoded through a string: an unpaired surrogate, which captured text may hold, becomes a
  /// question mark there, while the byte generator refuses the event.
  byte[] pack(Event event) {
    String json = Json.MAPPER.writeValueAsString(event);
    return compress(event.project(), json.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] compress(long project, byte[] json) {
    ZstdCompressCtx context = COMPRESSION.get();
    Dictionaries.Loaded dictionary = dictionaries.current(project);
    if (dictionary == null) {
      context.loadDict(new byte[0]);
    } else {
      context.loadDict(dictionary.compressing());
    }
    return context.compress(json);
  }

  /// The body as the project's present dictionary makes it, for a pack.
  byte[] renewed(long project, byte[] frame) throws IOException {
    Dictionaries.Loaded dictionary = dictionaries.current(project);
    if (dictionary == null || Zstd.getDictIdFromFrame(frame) == dictionary.id()) {
      return frame;
    }
    return compress(project, json(frame));
  }

  /// @throws IOException when the frame is damaged or its dictionary is gone
  byte[] json(byte[] frame) throws IOException {
    long size = Zstd.getFrameContentSize(frame);
    if (size < 0 || size > LARGEST) {
      throw new IOException("its frame is damaged");
    }
    try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
      long dictionary = Zstd.getDictIdFromFrame(frame);
      if (dictionary != 0) {
        context.loadDict(dictionaries.byId(dictionary).decompressing());
      }
      return context.decompress(frame, (int) size);
    } catch (ZstdException damaged) {
      throw new IOException("its frame is damaged", damaged);
    }
  }

  /// Where an event's body lies, as its row says.
  ///
  /// @param body while it waits to be packed
  /// @param pack name of its pack, from then on
  record Where(byte @Nullable [] body, @Nullable String pack, long place, int length) {}

  /// The event as it was digested, or in its place one that says that the content is lost.
  ///
  /// @param lost what is known of the event without its body
  /// @return empty when the body was moved while it was looked for
  Optional<Event> read(Where where, Event lost) {
    try {
      byte[] body = where.body();
      if (body == null) {
        String pack = where.pack();
        if (pack == null) {
          return Optional.empty();
        }
        body = packs.read(pack, where.place(), where.length());
      }
      return Optional.of(Json.MAPPER.readValue(json(body), Event.class));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException | JacksonException damaged) {
      LOG.warn("the content of event {} is lost: {}", lost.id(), damaged.toString());
      return Optional.of(lost);
    }
  }
}

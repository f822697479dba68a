package dev.suture.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdDictTrainer;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the bodies of a project have in common, trained on some of them. A frame names its
/// dictionary, so one that was used is kept as long as its project.
final class Dictionaries {
  private static final Logger LOG = LoggerFactory.getLogger(Dictionaries.class);
  private static final int SIZE = 64 << 10;
  private static final int LEVEL = 3;

  private final Path folder;
  private final Map<Long, Loaded> byId = new ConcurrentHashMap<>();
  private final Map<Long, Loaded> current = new ConcurrentHashMap<>();

  Dictionaries(Path folder) {
    this.folder = folder;
  }

  record Loaded(long id, ZstdDictCompress compressing, ZstdDictDecompress decompressing) {}

  /// What new bodies of the project are compressed with.
  @Nullable Loaded current(long project) {
    return current.get(project);
  }

  /// Takes the dictionary into use; without its file the project has none until one is trained.
  void use(long project, long id) {
    try {
      current.put(project, byId(id));
    } catch (IOException missing) {
      LOG.warn("project {} goes on without its dictionary: {}", project, missing.toString());
    }
  }

  /// @throws IOException when it is gone
  Loaded byId(long id) throws IOException {
    Loaded known = byId.get(id);
    if (known != null) {
      return known;
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path(id));
    } catch (NoSuchFileException gone) {
      throw new IOException("its dictionary " + id + " is missing", gone);
    }
    if (Zstd.getDictIdFromDict(bytes) != id) {
      throw new IOException("its dictionary " + id + " is damaged");
    }
    Loaded loaded =
        new Loaded(id, new ZstdDictCompress(bytes, LEVEL), new ZstdDictDecompress(bytes));
    byId.put(id, loaded);
    return loaded;
  }

  /// Trains a dictionary on samples and writes its file; it is not in use yet.
  ///
  /// @return empty when the samples have too little in common
  Optional<Long> train(List<byte[]> samples) throws IOException {
    int bytes = samples.stream().mapToInt(sample -> sample.length).sum();
    ZstdDictTrainer trainer = new ZstdDictTrainer(bytes, SIZE);
    samples.forEach(trainer::addSample);
    byte[] dictionary;
    try {
      dictionary = trainer.trainSamples();
    } catch (ZstdException tooLittle) {
      LOG.info("no dictionary could be trained: {}", tooLittle.getMessage());
      return Optional.empty();
    }
    long id = Zstd.getDictIdFromDict(dictionary);
    Path unfinished = folder.resolve(id + ".dictionary.unfinished");
    Files.write(unfinished, dictionary);
    Checkpoint.syncFolder(unfinished);
    Files.move(unfinished, path(id), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    Checkpoint.syncFolder(folder);
    return Optional.of(id);
  }

  private Path path(long id) {
    return folder.resolve(id + ".dictionary");
  }
}

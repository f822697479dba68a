package dev.suture.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The embedded SQL database: one writer, many readers.
///
/// All writing happens on one platform thread with one connection: SQLite has one writer anyway,
/// and its calls block natively, which would hold the carrier of a virtual thread while a commit
/// waits for the disk. Commits are synchronous in full: when [#write] returns, a power failure
/// loses nothing of it.
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 10_000;

  /// A batch touches pages all over the tables: with the default of 2 MiB it reads most of them
  /// anew.
  private static final int WRITER_CACHE_KIB = 64 << 10;

  /// A list that is sorted by what no index has reads the rows of all issues of a project.
  private static final int READER_CACHE_KIB = 8 << 10;

  /// How much is gathered before it is written back into the tables: a page that many batches
  /// touched is written back once.
  private static final int PAGES_OF_WAL = 8_000;

  private final Bodies bodies;
  private final HikariDataSource pool;
  private final Jdbi readers;
  private final Handle writer;
  private final ExecutorService writing;
  private final List<Runnable> undone = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread writingThread;

  private Database(HikariDataSource pool, Handle writer, Bodies bodies) {
    this.bodies = bodies;
    this.pool = pool;
    this.readers = Jdbi.create(pool);
    this.writer = writer;
    this.writing =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = Thread.ofPlatform().daemon().name("database-writer").unstarted(work);
              writingThread = thread;
              return thread;
            });
  }

  /// Opens the database in a folder, makes both where they are absent, and migrates it.
  public static Database open(Path folder) throws IOException {
    Files.createDirectories(folder);
    SQLiteDataSource source = source(folder.resolve("suture.db"));
    try {
      Connection connection = source.getConnection();
      try {
        Handle writer = Jdbi.open(connection);
        writer.execute("PRAGMA cache_size = -" + WRITER_CACHE_KIB);
        writer.execute("PRAGMA wal_autocheckpoint = " + PAGES_OF_WAL);
        writer.useTransaction(new Migrations(Dialect.SQLITE)::apply);
        Bodies bodies = new Bodies(folder.resolve("bodies"));
        Packing.begin(writer, bodies);
        return new Database(pool(source), writer, bodies);
      } catch (RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException(
          "the database in " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setJournalSizeLimit(64 << 20);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-READER_CACHE_KIB);
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static HikariDataSource pool(SQLiteDataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database-readers");
    config.setDataSource(source);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionInitSql("PRAGMA query_only = 1");
    return new HikariDataSource(config);
  }

  /// The content of the events that have a row here.
  Bodies bodies() {
    return bodies;
  }

  /// Reads one consistent state; what was written before the call is seen, and inside of [#write]
  /// what that transaction wrote so far.
  <T> T read(Function<Handle, T> work) {
    if (Thread.currentThread() == writingThread) {
      return work.apply(writer);
    }
    return readers.withHandle(work::apply);
  }

  /// Runs the work in one transaction. It is kept as a whole when this returns and is not there at
  /// all when this throws. Called inside of another write it joins that one's transaction.
  <T> T write(Function<Handle, T> work) {
    if (Thread.currentThread() == writingThread) {
      return work.apply(writer);
    }
    Future<T> done = writing.submit(() -> transaction(work));
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return done.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unchecked(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> T transaction(Function<Handle, T> work) {
    try {
      return writer.inTransaction(work::apply);
    } catch (RuntimeException | Error failure) {
      undone.forEach(Runnable::run);
      throw failure;
    }
  }

  /// Writes the log back into the tables and gives its room on the disk free, unless somebody reads
  /// in it just now.
  void shortenLog() {
    Future<?> done =
        writing.submit(
            () -> {
              try (Statement statement = writer.getConnection().createStatement()) {
                statement.execute("PRAGMA busy_timeout = 0");
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
              }
              return null;
            });
    try {
      done.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  /// Runs on the writing thread whenever a transaction was undone: what was remembered of it is to
  /// be forgotten.
  void whenUndone(Runnable forget) {
    undone.add(forget);
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }

  /// How an instant lies in a column: microseconds since the Unix epoch.
  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /// Waits for the writing that has begun.
  @Override
  public void close() {
    writing.close();
    pool.close();
    writer.close();
  }
}

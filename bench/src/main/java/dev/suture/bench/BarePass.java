package dev.suture.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The least that any digest must do: unpack each body and walk over its JSON once.
final class BarePass {
  private static final JsonFactory JSON = new JsonFactory();

  private BarePass() {}

  /// @return bodies in a second with so many threads
  static double perSecond(List<Payloads.Body> bodies, int threads) throws Exception {
    long started = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int first = i;
        running.add(pool.submit(() -> every(bodies, first, threads)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    return bodies.size() / ((System.nanoTime() - started) / 1e9);
  }

  private static long every(List<Payloads.Body> bodies, int first, int step)
      throws DataFormatException {
    Inflater inflater = new Inflater(true);
    byte[] plain = new byte[1 << 20];
    long tokens = 0;
    for (int i = first; i < bodies.size(); i += step) {
      byte[] gzip = bodies.get(i).gzip();
      inflater.reset();
      inflater.setInput(gzip, 10, gzip.length - 18);
      int length = inflater.inflate(plain);
      try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), plain, 0, length)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    inflater.end();
    return tokens;
  }
}

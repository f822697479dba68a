package dev.suture.bench;

import dev.suture.http.ArrivalRoutes;
import dev.suture.http.JettyServer;
import dev.suture.ingest.Intake;
import dev.suture.ingest.MemoryBudget;
import dev.suture.ingest.Pressure;
import dev.suture.ingest.Refusals;
import dev.suture.ingest.limit.Allowance;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import dev.suture.sentry.SentryProtocol;
import dev.suture.sentry.SentryStoreProtocol;
import dev.suture.store.Database;
import dev.suture.store.SegmentLog;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlSettings;
import dev.suture.store.SqlUsage;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The product's accepting half: door, authentication, checks and the durable queue, with nobody
/// digesting beside it. Prints its port and its key. Ends when its standard input does.
final class AcceptServer {
  private static final long MIB = 1024 * 1024;

  private AcceptServer() {}

  public static void main(String[] args) throws Exception {
    Child.quiet();
    Path data = Path.of(args[0]);
    SegmentLog.Options options =
        new SegmentLog.Options(data.resolve("queue"), 16 * MIB, 4_096 * MIB, 64 * MIB, 0);
    try (Database database = Database.open(data);
        SegmentLog queue = new SegmentLog(options, InstantSource.system())) {
      ProjectStore projects = new SqlProjects(database);
      Project project = projects.create("bench", "Bench", null, Lines.GIT_FLOW);
      ProjectKey key = projects.keys(project.id()).getFirst();
      MemoryBudget memory = new MemoryBudget(Runtime.getRuntime().maxMemory() / 4, 200 * MIB);
      InstantSource clock = InstantSource.system();
      Allowance allowance =
          new Allowance(new SqlSettings(database, clock), new SqlUsage(database), clock.instant());
      Intake.Base base =
          new Intake.Base(
              projects, queue, new Refusals(), clock, memory, new Pressure(), allowance);
      try (JettyServer server =
          new JettyServer(
              new JettyServer.Binding("127.0.0.1", 0, List.of()),
              ArrivalRoutes.of(
                  new Intake(new SentryProtocol(), base),
                  new Intake(new SentryStoreProtocol(), base)))) {
        server.start();
        System.out.println("port " + server.port() + " " + key.value());
        System.in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }
}

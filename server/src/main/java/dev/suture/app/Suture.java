package dev.suture.app;

import dev.suture.alert.Tallies;
import dev.suture.capture.Blobs;
import dev.suture.capture.PartFiles;
import dev.suture.cause.Evidence;
import dev.suture.cause.Origin;
import dev.suture.cause.Vouched;
import dev.suture.deploy.DeploymentStore;
import dev.suture.event.ArtifactStore;
import dev.suture.event.Event;
import dev.suture.feedback.FeedbackStore;
import dev.suture.git.NativeGit;
import dev.suture.health.HealthStore;
import dev.suture.hotfix.CommitReleases;
import dev.suture.hotfix.HotfixStore;
import dev.suture.hotfix.Hotfixes;
import dev.suture.http.Api;
import dev.suture.http.ArtifactCheckApi;
import dev.suture.http.HealthEndpoint;
import dev.suture.http.JettyServer;
import dev.suture.http.RetentionApi;
import dev.suture.http.Route;
import dev.suture.http.Route.Access;
import dev.suture.http.StaticFiles;
import dev.suture.ingest.Digest;
import dev.suture.ingest.Extras;
import dev.suture.ingest.Intake;
import dev.suture.ingest.MemoryBudget;
import dev.suture.ingest.OutcomeStore;
import dev.suture.ingest.Pressure;
import dev.suture.ingest.Queue;
import dev.suture.ingest.Refusals;
import dev.suture.ingest.Step;
import dev.suture.ingest.Steps;
import dev.suture.ingest.limit.SharedQueue;
import dev.suture.issue.Grouper;
import dev.suture.issue.IssueRemoval;
import dev.suture.issue.IssueStore;
import dev.suture.monitor.MonitorStore;
import dev.suture.project.ProjectStore;
import dev.suture.sourcemap.SourceMapDecoder;
import dev.suture.sourcemap.SourceMapFrames;
import dev.suture.store.ChunkFiles;
import dev.suture.store.Database;
import dev.suture.store.SegmentLog;
import dev.suture.store.SpoiltFolder;
import dev.suture.store.SqlArtifacts;
import dev.suture.store.SqlCaptures;
import dev.suture.store.SqlDeployments;
import dev.suture.store.SqlEventSearch;
import dev.suture.store.SqlExemptions;
import dev.suture.store.SqlHotfixes;
import dev.suture.store.SqlIssueSearch;
import dev.suture.store.SqlIssues;
import dev.suture.store.SqlLedger;
import dev.suture.store.SqlMinimals;
import dev.suture.store.SqlOutcomes;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlReleases;
import dev.suture.store.SqlRetention;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running server: every part made and joined by hand, top to bottom, stopped the other way.
public final class Suture implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Suture.class);
  private static final long MIB = 1024 * 1024;
  private static final long SEGMENT = 16 * MIB;
  private static final long KEEP_FREE = 64 * MIB;
  private static final long LARGEST_BODY = 200 * MIB;

  private final Deque<AutoCloseable> open;
  private final InstantSource clock = InstantSource.system();
  private final Tallies tallies = AlertWing.tallies(clock);
  private final Consumer<List<Event>> counted = AlertWing.counting(tallies);
  private final ProjectStore projects;
  private final IssueStore issues;
  private final OutcomeStore outcomes;
  private final ExtraStores extras;
  private final Queue queue;
  private final DeploymentStore deployments;
  private final ArtifactStore artifacts;
  private final People people;
  private final List<Route> routes;
  private final JettyServer server;

  private Suture(Config config, Deque<AutoCloseable> open) throws IOException {
    this.open = open;
    keep(DataLock.take(config.data()));
    Database database = keep(Database.open(config.data()));
    extras = ExtraStores.of(database);
    Blobs blobs = extras.blobs(config.data());
    projects = new SqlProjects(database);
    issues = new SqlIssues(database, clock);
    SqlCaptures captures = new SqlCaptures(database);
    outcomes = new SqlOutcomes(database, clock);
    Gate gate = new Gate(database, projects, outcomes, clock);
    gate.upkeep().forEach(this::keep);
    SqlLedger ledger = new SqlLedger(database);
    queue = keep(queue(config, ledger));
    PartFiles files = new PartFiles(blobs);
    artifacts = new SqlArtifacts(database, blobs);
    SourceMapFrames mapper = new SourceMapFrames(artifacts);
    IssueLives lives = new IssueLives(database, blobs, clock);
    IssueGroups groups = new IssueGroups(database, issues, clock);
    Steps steps = steps(gate, mapper, groups.grouper(), lives.removal(), files);
    Extras more = extras.recording(captures, issues);
    Digest.Stores stores =
        new Digest.Stores(ledger, issues, captures, files, more, outcomes, counted);
    Digest digest =
        keep(new Digest(queue, steps, stores, new SpoiltFolder(config.data().resolve("spoilt"))));
    deployments = new SqlDeployments(database);
    HotfixStore hotfixStore = lives.told(new SqlHotfixes(database));
    NativeGit git = new NativeGit(config.data().resolve("repositories"));
    Hotfixes hotfixes = hotfixes(database, hotfixStore, git);
    CommitReleases released =
        new CommitReleases(projects, new SqlReleases(database), deployments, git);
    Evidence evidence = new Evidence(issues, captures, blobs);
    Origin origin = new Origin(projects, deployments, git, hotfixStore, lives.trust());
    OperatorRoutes.Bundled bundled =
        new OperatorRoutes.Bundled(evidence, origin, git, new SqlMinimals(database), clock);
    Api.Rooms rooms =
        new Api.Rooms(
            projects,
            issues,
            new SqlIssueSearch(database),
            new SqlEventSearch(database),
            captures,
            blobs,
            deployments,
            artifacts,
            new SourceMapDecoder(),
            git,
            hotfixes,
            bundled.bundles(),
            outcomes,
            queue,
            gate.settings(),
            lives.rooms(deployments, git, new Vouched(evidence, origin)),
            extras.rooms(database, issues, clock),
            groups.rooms());
    lives.tickers(rooms, released::firstReleaseWith).forEach(this::keep);
    people = keep(new People(config, database, projects, clock));
    routes = new ArrayList<>(people.routes());
    List<Wing> wings = wings(config, database, rooms, hotfixStore, git);
    routes.addAll(OperatorRoutes.of(rooms, bundled, wings, clock));
    routes.addAll(uploads(config.data().resolve("chunks"), database, rooms, mapper));
    routes.addAll(retention(database, rooms));
    routes.addAll(ArrivalProtocols.routes(doors(gate)));
    routes.addAll(pages(digest));
    server = keep(new JettyServer(binding(config), routes, people.guard(rooms)));
    digest.start();
    server.start();
  }

  private Hotfixes hotfixes(Database database, HotfixStore store, NativeGit git) {
    Hotfixes.Sources sources =
        new Hotfixes.Sources(projects, issues, deployments, store, new SqlExemptions(database));
    Hotfixes hotfixes = new Hotfixes(sources, git, clock);
    keep(Ticker.every(Duration.ofSeconds(30), "hotfixes", hotfixes::refresh));
    return hotfixes;
  }

  private List<Wing> wings(
      Config config, Database database, Api.Rooms rooms, HotfixStore hotfixes, NativeGit git) {
    List<Wing> wings =
        Wings.of(new Wings.Base(config, database, rooms, hotfixes, git, tallies, clock));
    wings.forEach(wing -> wing.upkeep().forEach(this::keep));
    return wings;
  }

  private List<Route> retention(Database database, Api.Rooms rooms) {
    SqlRetention retention = new SqlRetention(database, rooms.blobs(), clock);
    keep(Ticker.every(Duration.ofSeconds(30), "retention", retention::tick));
    return RetentionApi.routes(rooms, retention);
  }

  private static List<Route> pages(Digest digest) {
    return List.of(
        new Route("GET", "/healthz", Access.anyone, new HealthEndpoint(digest::running)),
        new Route("GET", "/sdk/{rest...}", Access.anyone, StaticFiles.folder("sdk")),
        new Route("GET", "/assets/{rest...}", Access.anyone, StaticFiles.consoleAssets()),
        new Route("GET", "/{rest...}", Access.visitor, StaticFiles.console()));
  }

  private static JettyServer.Binding binding(Config config) {
    return new JettyServer.Binding(config.host(), config.port(), config.baseUrls());
  }

  private List<Route> uploads(
      Path folder, Database database, Api.Rooms rooms, SourceMapFrames mapper) throws IOException {
    ChunkFiles chunks = new ChunkFiles(folder, ChunkFiles.Limits.USUAL, clock);
    keep(Ticker.every(Duration.ofMinutes(10), "chunks", chunks::expire));
    List<Route> uploads = new ArrayList<>(SentryCliRoutes.of(rooms, database, chunks, clock));
    uploads.addAll(ArtifactCheckApi.routes(rooms, mapper, clock));
    return uploads;
  }

  /// @throws IOException with a sentence for the operator when it cannot start
  public static Suture start(Config config) throws IOException {
    Deque<AutoCloseable> open = new ArrayDeque<>();
    try {
      return new Suture(config, open);
    } catch (IOException | RuntimeException failure) {
      close(open);
      throw failure;
    }
  }

  /// What is done with an arrival between the queue and the stores, in this order.
  private static Steps steps(
      Gate gate, SourceMapFrames mapper, Grouper grouper, IssueRemoval removal, PartFiles files) {
    List<Step> steps =
        List.of(
            gate.screen(),
            Step.map(mapper),
            Step.group(grouper),
            Step.discard(removal),
            gate.calm(),
            Step.keepParts(files));
    return new Steps(ArrivalProtocols.decoders(), steps);
  }

  /// What the doors share that events arrive at.
  private Intake.Base doors(Gate gate) {
    Refusals refusals = new Refusals();
    keep(() -> refusals.flush(outcomes));
    keep(Ticker.every(Duration.ofSeconds(2), "refusals", () -> refusals.flush(outcomes)));
    MemoryBudget memory = new MemoryBudget(Runtime.getRuntime().maxMemory() / 4, LARGEST_BODY);
    return new Intake.Base(
        projects, queue, refusals, clock, memory, new Pressure(), gate.allowance());
  }

  private Queue queue(Config config, SqlLedger ledger) throws IOException {
    SegmentLog.Options options =
        new SegmentLog.Options(
            config.data().resolve("queue"),
            SEGMENT,
            config.queueBytes(),
            KEEP_FREE,
            ledger.position());
    return new SharedQueue(new SegmentLog(options, clock), config.queueBytes());
  }

  private <T extends AutoCloseable> T keep(T part) {
    open.push(part);
    return part;
  }

  public ProjectStore projects() {
    return projects;
  }

  public IssueStore issues() {
    return issues;
  }

  public OutcomeStore outcomes() {
    return outcomes;
  }

  public FeedbackStore feedback() {
    return extras.feedback();
  }

  public MonitorStore monitors() {
    return extras.monitors();
  }

  public HealthStore health() {
    return extras.health();
  }

  public Queue queue() {
    return queue;
  }

  public DeploymentStore deployments() {
    return deployments;
  }

  public ArtifactStore artifacts() {
    return artifacts;
  }

  /// All that is answered.
  public List<Route> routes() {
    return routes;
  }

  /// The token that whoever runs this server signs in by.
  public String operatorToken() {
    return people.operatorToken();
  }

  /// The path of the link that makes the first account; empty when there is an account. An earlier
  /// link ends.
  public Optional<String> welcome() {
    return people.welcome();
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    close(open);
  }

  private static void close(Deque<AutoCloseable> open) {
    while (!open.isEmpty()) {
      AutoCloseable part = open.pop();
      try {
        part.close();
      } catch (Exception failure) {
        LOG.warn("{} did not stop cleanly", part, failure);
      }
    }
  }
}

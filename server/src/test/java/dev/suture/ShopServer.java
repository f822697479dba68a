package dev.suture;

import dev.suture.account.Principal;
import dev.suture.app.IssueGroups;
import dev.suture.app.McpRoute;
import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.cause.Bodies;
import dev.suture.cause.Bundles;
import dev.suture.cause.Decisions;
import dev.suture.cause.Evidence;
import dev.suture.cause.Exhibits;
import dev.suture.cause.Vouched;
import dev.suture.cause.chain.Causes;
import dev.suture.deploy.Deployment;
import dev.suture.git.GitHistory;
import dev.suture.git.GitSources;
import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Memory;
import dev.suture.hotfix.Origin;
import dev.suture.hotfix.Repository;
import dev.suture.http.Api;
import dev.suture.http.ArtifactCheckApi;
import dev.suture.http.Guard;
import dev.suture.http.JettyServer;
import dev.suture.http.RoomHoldings;
import dev.suture.http.Route;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.IssueStore;
import dev.suture.issue.Triage;
import dev.suture.mcp.McpRooms;
import dev.suture.mcp.McpServer;
import dev.suture.owner.Owners;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.minimal.KnownSteps;
import dev.suture.sourcemap.SourceMapDecoder;
import dev.suture.sourcemap.SourceMapFrames;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SegmentLog;
import dev.suture.store.SqlActivity;
import dev.suture.store.SqlArtifacts;
import dev.suture.store.SqlCaptures;
import dev.suture.store.SqlDeployments;
import dev.suture.store.SqlEventSearch;
import dev.suture.store.SqlFeedback;
import dev.suture.store.SqlHealth;
import dev.suture.store.SqlHotfixes;
import dev.suture.store.SqlIssueEvents;
import dev.suture.store.SqlIssueSearch;
import dev.suture.store.SqlIssues;
import dev.suture.store.SqlLives;
import dev.suture.store.SqlMinimals;
import dev.suture.store.SqlMonitors;
import dev.suture.store.SqlOutcomes;
import dev.suture.store.SqlPersons;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlReleaseIssues;
import dev.suture.store.SqlReleases;
import dev.suture.store.SqlRemoval;
import dev.suture.store.SqlSettings;
import dev.suture.store.SqlSpread;
import dev.suture.store.SqlTriage;
import dev.suture.store.SqlTrust;
import dev.suture.syntax.TreeSitterParser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The doors over real stores and a real repository, with the checkout failure in them. Whoever
/// calls is the operator; that sign-in is asked for is tried on a whole server.
public final class ShopServer implements AutoCloseable {
  public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};

  public final Origin origin;
  public final String live;
  public final SqlProjects projects;
  public final SqlIssues issues;
  public final SqlCaptures captures;
  public final FileBlobs blobs;
  public final SqlTrust trust;
  public final SqlMinimals minimals;
  private final NativeGit git;
  private final Database database;
  private final SegmentLog queue;
  private final JettyServer jetty;

  public ShopServer(Path folder) throws IOException {
    InstantSource clock = InstantSource.fixed(Bodies.AT.plusSeconds(60));
    database = Database.open(folder.resolve("data"));
    blobs = new FileBlobs(folder.resolve("blobs"));
    projects = new SqlProjects(database);
    issues = new SqlIssues(database, clock);
    captures = new SqlCaptures(database);
    SqlDeployments deployments = new SqlDeployments(database);
    SqlHotfixes hotfixStore = new SqlHotfixes(database);
    origin = Origin.shop(folder);
    live = origin.at("v1");
    queue =
        new SegmentLog(
            new SegmentLog.Options(folder.resolve("queue"), 1 << 20, 16 << 20, 0, 0), clock);
    git = new NativeGit(folder.resolve("clones"));
    Hotfixes hotfixes =
        new Hotfixes(
            new Hotfixes.Sources(
                projects, issues, deployments, hotfixStore, new Memory.Exemptions()),
            git,
            clock);
    Evidence evidence = new Evidence(issues, captures, blobs);
    trust = new SqlTrust(database);
    minimals = new SqlMinimals(database);
    var trusted = new dev.suture.cause.Origin(projects, deployments, git, hotfixStore, trust);
    Bundles bundles =
        new Bundles(
            evidence,
            trusted,
            new Causes(
                evidence,
                trusted,
                new Causes.Sources(
                    new GitSources(git), new GitHistory(git), new TreeSitterParser())),
            new KnownSteps(minimals, blobs),
            clock);
    Api.Rooms rooms =
        new Api.Rooms(
            projects,
            issues,
            new SqlIssueSearch(database),
            new SqlEventSearch(database),
            captures,
            blobs,
            deployments,
            new SqlArtifacts(database, blobs),
            new SourceMapDecoder(),
            git,
            hotfixes,
            bundles,
            new SqlOutcomes(database, clock),
            queue,
            new SqlSettings(database, clock),
            lives(deployments, git, clock, new Vouched(evidence, trusted)),
            running(database, clock),
            new IssueGroups(database, issues, clock).rooms());
    List<Route> routes = new ArrayList<>(Api.routes(rooms, clock, "0.1.0"));
    routes.addAll(ArtifactCheckApi.routes(rooms, new SourceMapFrames(rooms.artifacts()), clock));
    routes.add(
        McpRoute.of(
            new McpServer(
                new McpRooms(
                    projects,
                    issues,
                    new SqlIssueSearch(database),
                    hotfixes,
                    bundles,
                    new Exhibits(evidence, trusted),
                    new Vouched(evidence, trusted),
                    new Decisions(bundles, new SqlActivity(database), clock),
                    clock),
                List.of(),
                "0.1.0")));
    jetty =
        new JettyServer(
            new JettyServer.Binding("127.0.0.1", 0, List.of()),
            routes,
            new Guard(_ -> Principal.OPERATOR, new RoomHoldings(rooms)));
    jetty.start();
    Project shop = projects.create("shop", "Shop", origin.bare.toUri().toString(), Lines.GIT_FLOW);
    deployments.add(
        new Deployment(
            0,
            shop.slug(),
            "production",
            "shop@1.4.0",
            live,
            Deployment.Kind.normal,
            Bodies.AT.minusSeconds(60)));
    issues.record(
        List.of(
            new IssueStore.Sighting(
                Bodies.event(),
                new Fingerprint("v1", "00112233445566778899aabbccddeeff", List.of("TypeError")),
                true)));
    putCapture(Bodies.EVENT, parts("{\\\"items\\\":[]}"));
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + jetty.port() + path);
  }

  /// Brings what was pushed to the origin into the server's own clone.
  public void fetch() throws Repository.Unreachable {
    git.fetch(projects.bySlug("shop").orElseThrow());
  }

  /// Replaces the capture of the checkout failure.
  public void putCapture(String id, Map<String, byte[]> contents) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, byte[]> part : contents.entrySet()) {
      String key = "captures/1/" + id + "/" + part.getKey();
      blobs.put(key, part.getValue());
      String type =
          part.getKey().endsWith(".png")
              ? "image/png"
              : part.getKey().endsWith(".html") ? "text/html" : "application/json";
      parts.add(new Part(part.getKey(), type, part.getValue().length, key));
    }
    captures.put(
        new Capture(
            id,
            1,
            "shop-1",
            "Checkout does nothing",
            null,
            Bodies.AT,
            Bodies.AT.plusSeconds(1),
            "suture.extension",
            parts));
  }

  private Api.Running running(Database database, InstantSource clock) {
    return new Api.Running(
        new SqlReleases(database),
        new SqlHealth(database),
        new SqlReleaseIssues(database),
        new SqlFeedback(database),
        new SqlMonitors(database),
        new SqlPersons(database, issues, clock));
  }

  private Api.Lives lives(
      SqlDeployments deployments, NativeGit git, InstantSource clock, Vouched vouched) {
    SqlRemoval removal = new SqlRemoval(database, blobs);
    return new Api.Lives(
        new Triage(new SqlLives(database), deployments, removal, clock),
        new SqlActivity(database),
        removal,
        new SqlTriage(database),
        new SqlIssueEvents(database),
        new SqlSpread(database),
        new Owners(new SqlTriage(database), deployments, git),
        trust,
        vouched);
  }

  /// What a recorder sends; `text` is captured text inside JSON strings.
  public static Map<String, byte[]> parts(String text) {
    long zero = Bodies.AT.toEpochMilli();
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(parts, "page.json", "{\"url\":\"https://shop.test/checkout\",\"title\":\"" + text + "\"}");
    put(
        parts,
        "actions.json",
        "[{\"at\":%d,\"kind\":\"click\",\"target\":{\"tag\":\"button\",\"css\":\"#pay\",\"testId\":\"pay\",\"name\":\"%s\"}}]"
            .formatted(zero - 300, text));
    put(
        parts,
        "console.json",
        "[{\"at\":%d,\"level\":\"error\",\"args\":[\"%s\"]}]".formatted(zero - 5, text));
    put(
        parts,
        "network.har",
        """
        {"log":{"version":"1.2","entries":[{"_id":"r1","_at":%d,"time":40,
          "request":{"method":"POST","url":"/api/cart","headers":[{"name":"accept","value":"%s"}],
            "postData":{"mimeType":"application/json","text":"%s"}},
          "response":{"status":200,"headers":[{"name":"content-type","value":"%s"}],
            "content":{"size":1,"mimeType":"application/json","text":"%s"}}}]}}
        """
            .formatted(zero - 200, text, text, text, text));
    put(
        parts,
        "replay.json",
        """
        [{"type":4,"timestamp":%d,"data":{"href":"https://shop.test/%s","width":1280,"height":720}},
         {"type":2,"timestamp":%d,"data":{"node":{"type":0,"id":1,"childNodes":[
           {"type":2,"id":2,"tagName":"button","attributes":{"id":"pay","onclick":"x"},"childNodes":[
             {"type":3,"id":3,"textContent":"%s"}]}]}}},
         {"type":3,"timestamp":%d,"data":{"source":2,"type":2,"id":2,"x":1,"y":1}},
         {"type":3,"timestamp":%d,"data":{"source":5,"id":2,"text":"%s","isChecked":false}},
         {"type":3,"timestamp":%d,"data":{"source":0,"adds":[{"parentId":1,"node":
           {"type":2,"id":4,"tagName":"p","attributes":{},"childNodes":[
             {"type":3,"id":5,"textContent":"%s"}]}}],"removes":[{"id":3,"parentId":2}],
           "texts":[{"id":3,"value":"%s"}],"attributes":[]}}]
        """
            .formatted(
                zero - 900,
                text,
                zero - 890,
                text,
                zero - 300,
                zero - 250,
                text,
                zero - 1,
                text,
                text));
    parts.put("screenshot.png", PNG);
    put(parts, "notes.html", "<script>alert(1)</script>");
    return parts;
  }

  private static void put(Map<String, byte[]> parts, String name, String content) {
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    jetty.close();
    queue.close();
    database.close();
  }
}

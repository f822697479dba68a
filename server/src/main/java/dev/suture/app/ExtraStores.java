package dev.suture.app;

import dev.suture.capture.Blobs;
import dev.suture.capture.CaptureStore;
import dev.suture.capture.JoinedReplays;
import dev.suture.capture.ReplayStore;
import dev.suture.feedback.FeedbackStore;
import dev.suture.health.HealthStore;
import dev.suture.http.Api;
import dev.suture.ingest.Extras;
import dev.suture.issue.IssueStore;
import dev.suture.monitor.MonitorStore;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SqlFeedback;
import dev.suture.store.SqlHealth;
import dev.suture.store.SqlMonitors;
import dev.suture.store.SqlPersons;
import dev.suture.store.SqlReleaseIssues;
import dev.suture.store.SqlReleases;
import dev.suture.store.SqlReplays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// Where what clients send besides events is kept.
record ExtraStores(
    HealthStore health, FeedbackStore feedback, MonitorStore monitors, ReplayStore replays) {
  static ExtraStores of(Database database) {
    return new ExtraStores(
        new SqlHealth(database),
        new SqlFeedback(database),
        new SqlMonitors(database),
        new SqlReplays(database));
  }

  Blobs blobs(Path data) throws IOException {
    return new JoinedReplays(new FileBlobs(data.resolve("blobs")), replays);
  }

  Extras recording(CaptureStore captures, IssueStore issues) {
    return new Extras(new Extras.Stores(health, feedback, monitors, replays, captures, issues));
  }

  Api.Running rooms(Database database, IssueStore issues, InstantSource clock) {
    return new Api.Running(
        new SqlReleases(database),
        health,
        new SqlReleaseIssues(database),
        feedback,
        monitors,
        new SqlPersons(database, issues, clock));
  }
}

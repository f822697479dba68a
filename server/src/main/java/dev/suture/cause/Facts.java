package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.deploy.Deployment;
import dev.suture.event.Event;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.Issue;
import dev.suture.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sentences of a bundle are written from.
record Facts(
    Issue issue,
    Project project,
    Event event,
    @Nullable Capture capture,
    @Nullable Deployment live,
    List<Hotfix> hotfixes) {}

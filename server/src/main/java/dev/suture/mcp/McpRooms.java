package dev.suture.mcp;

import dev.suture.cause.Bundles;
import dev.suture.cause.Exhibits;
import dev.suture.hotfix.Hotfixes;
import dev.suture.issue.IssueStore;
import dev.suture.project.ProjectStore;

/// What the tools call.
public record McpRooms(
    ProjectStore projects,
    IssueStore issues,
    Hotfixes hotfixes,
    Bundles bundles,
    Exhibits exhibits) {}

package dev.suture.cause;

import dev.suture.deploy.Deployment;
import dev.suture.hotfix.Hotfix;
import dev.suture.issue.trust.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sentences of a bundle are written from.
record Facts(
    Subject subject, @Nullable Deployment live, List<Hotfix> hotfixes, Standing standing) {}

/// The delivery figures as dora.dev defines them: deployments, what was said of them, and their
/// watches in, rates and medians with n and an interval out. Pure functions; it records nothing and
/// never calls a deployment failed without saying why.
@NullMarked
package dev.suture.dora;

import org.jspecify.annotations.NullMarked;

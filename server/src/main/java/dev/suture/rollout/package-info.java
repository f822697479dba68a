/// Calls what a project deploys with: a program of the operator's, or a signed webhook.
@NullMarked
package dev.suture.rollout;

import org.jspecify.annotations.NullMarked;

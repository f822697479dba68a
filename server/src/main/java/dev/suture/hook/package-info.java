/// Deployments as other tools tell of them: notifications of GitHub, GitLab, Argo CD, Flux and
/// CDEvents, and lists of what was deployed before. It translates; it records nothing.
@NullMarked
package dev.suture.hook;

import org.jspecify.annotations.NullMarked;

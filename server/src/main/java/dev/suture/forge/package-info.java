/// Pull requests on GitHub, GitLab and Gitea or Forgejo, through the one way out, with bounded
/// answers. It decides nothing, and it never merges.
@NullMarked
package dev.suture.forge;

import org.jspecify.annotations.NullMarked;

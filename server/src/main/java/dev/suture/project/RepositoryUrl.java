package dev.suture.project;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What may stand as the address of a project's repository.
public final class RepositoryUrl {
  private static final int LENGTH = 2_000;
  private static final Set<String> SCHEMES = Set.of("https", "http", "ssh", "git", "file");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
  private static final Pattern SCP =
      Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*:[^-:].*");

  private RepositoryUrl() {}

  /// What is wrong with an address and what to write instead; empty when it may be used.
  public static Optional<String> problem(String url) {
    if (url.isBlank() || url.length() > LENGTH || url.chars().anyMatch(c -> c < ' ' || c == 127)) {
      return Optional.of("A repository address is one line of at most " + LENGTH + " characters.");
    }
    if (url.startsWith("-")) {
      return Optional.of("A repository address does not begin with a dash.");
    }
    var scheme = SCHEME.matcher(url);
    if (scheme.matches()) {
      return problemOfScheme(scheme.group(1), scheme.group(2));
    }
    if (url.contains("::")) {
      return Optional.of("Addresses of git remote helpers (name::address) are not used.");
    }
    if (url.startsWith("/") || SCP.matcher(url).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        "This is no repository address: write https://host/path, ssh://user@host/path,"
            + " user@host:path, git://host/path, file:///path or an absolute path.");
  }

  private static Optional<String> problemOfScheme(String scheme, String rest) {
    if (!SCHEMES.contains(scheme)) {
      return Optional.of(
          "Repositories are reached by https, http, ssh, git or file, not by " + scheme + ".");
    }
    if (scheme.equals("file")) {
      return rest.startsWith("/")
          ? Optional.empty()
          : Optional.of("A file address has an absolute path: file:///srv/shop.git.");
    }
    String authority = rest.substring(0, authorityEnd(rest));
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (!host.matches("[A-Za-z0-9\\[].*") || authority.startsWith("-")) {
      return Optional.of("The address has no host after " + scheme + "://.");
    }
    if (!scheme.equals("ssh") && authority.contains("@")) {
      return Optional.of(
          "Suture keeps no passwords: leave user name and password out of the address.");
    }
    return Optional.empty();
  }

  private static int authorityEnd(String rest) {
    int slash = rest.indexOf('/');
    return slash < 0 ? rest.length() : slash;
  }
}

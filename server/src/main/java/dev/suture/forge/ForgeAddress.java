package dev.suture.forge;

import dev.suture.carry.ForgeSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses of the interfaces of forges, made from a project's own site.
final class ForgeAddress {
  private ForgeAddress() {}

  /// The forge's own address without a slash at its end.
  static String url(ForgeSite site) {
    return site.url().replaceAll("/+$", "");
  }

  /// The REST interface of GitHub, or of a GitHub Enterprise Server.
  static String gitHubApi(ForgeSite site) {
    String url = url(site);
    return url.equals("https://github.com") ? "https://api.github.com" : url + "/api/v3";
  }

  /// The site's project in the REST interface of GitLab.
  static String gitLabProject(ForgeSite site) {
    return url(site) + "/api/v4/projects/" + encoded(site.repository());
  }

  /// As one part of a path or as a value of a query.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

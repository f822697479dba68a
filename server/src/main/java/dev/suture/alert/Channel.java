package dev.suture.alert;

import java.time.Instant;

/// Where messages go.
///
/// @param id given by the store
/// @param address what may be read of it again: the host of a webhook, the addresses of a mail, a
///   whole address where the secret is something else
/// @param on whether it is used
public record Channel(
    long id, String name, Kind kind, String address, boolean on, Instant created) {

  /// Where events of PagerDuty go, unless they go elsewhere.
  public static final String PAGER_DUTY = "https://events.pagerduty.com/v2/enqueue";

  /// Who understands what is sent.
  public enum Kind {
    slack,
    teams,
    discord,
    pagerDuty,
    alertmanager,
    alertmanagerWebhook,
    webhook,
    email;

    /// Whether the address alone lets one write there, so that it is kept as a secret.
    public boolean isAddressSecret() {
      return this == slack || this == teams || this == discord;
    }

    /// Whether several alerts go into one message. The others tell them apart by a key of each.
    public boolean isGrouping() {
      return this != pagerDuty;
    }
  }

  public Channel withId(long given) {
    return new Channel(given, name, kind, address, on, created);
  }
}

package dev.suture.account.grant;

import dev.suture.account.Account;
import dev.suture.account.Secret;
import dev.suture.account.grant.Refused.Error;
import dev.suture.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Knows clients: by the metadata document at the address that is their id, or by a registration
/// (RFC 7591) where a client has none.
public final class Clients {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST_KEPT = 200;
  private static final int LONGEST_ID = 500;
  private static final String REGISTERED = "suture_client_";

  private final GrantStore store;
  private final Documents documents;
  private final Set<String> plainHosts;
  private final InstantSource clock;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Kept(Client client, Instant until) {}

  /// @param plainHosts whose documents may come without TLS, for the operator named them
  public Clients(
      GrantStore store, Documents documents, Set<String> plainHosts, InstantSource clock) {
    this.store = store;
    this.documents = documents;
    this.plainHosts = Set.copyOf(plainHosts);
    this.clock = clock;
  }

  /// The client of an id. An address is fetched; nothing that is not an address is.
  ///
  /// @param id hostile text
  public Client of(String id) throws Refused {
    if (id.startsWith(REGISTERED)) {
      return store
          .client(id)
          .orElseThrow(
              () ->
                  new Refused(
                      Error.invalid_client,
                      "No client of this id has registered here; it expires unused."));
    }
    URI address = address(id);
    synchronized (kept) {
      Kept known = kept.get(id);
      if (known != null && clock.instant().isBefore(known.until())) {
        return known.client();
      }
    }
    Client client = read(id, address);
    synchronized (kept) {
      kept.put(id, new Kept(client, clock.instant().plus(KEPT)));
    }
    return client;
  }

  private URI address(String id) throws Refused {
    try {
      URI uri = URI.create(id);
      boolean secure =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme())
                  && plainHosts.contains(String.valueOf(uri.getHost())));
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && path.length() > 1
              && !path.matches(".*/\\.{1,2}(/.*)?");
      if (secure && plain && id.length() <= LONGEST_ID) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw unknown();
    }
    throw unknown();
  }

  private static Refused unknown() {
    return new Refused(
        Error.invalid_client,
        "A client id is the https address of the client's metadata document, with a path, or what"
            + " registration gave.");
  }

  private Client read(String id, URI address) throws Refused {
    JsonNode document;
    try {
      document = Json.MAPPER.readTree(documents.fetch(address));
    } catch (IOException | JacksonException unread) {
      throw new Refused(
          Error.invalid_client, "The metadata document of this client cannot be read from its id.");
    }
    if (!document.path("client_id").asString("").equals(id)) {
      throw new Refused(
          Error.invalid_client, "The metadata document at this id is of another client.");
    }
    return client(id, document, true);
  }

  /// A client that has no document.
  ///
  /// @param wanted its metadata; hostile
  public Client register(JsonNode wanted) throws Refused {
    Client client = client(REGISTERED + Secret.fresh().substring(0, 32), wanted, false);
    if (!store.add(client, clock.instant())) {
      throw new Refused(
          Error.invalid_client_metadata, "Too many clients have registered and are not used.");
    }
    return client;
  }

  private static Client client(String id, JsonNode metadata, boolean byDocument) throws Refused {
    if (!metadata.isObject() || metadata.has("client_secret")) {
      throw new Refused(
          Error.invalid_client_metadata,
          "Metadata is a JSON object, and clients here have no secret.");
    }
    List<String> redirects = new ArrayList<>();
    for (JsonNode each : metadata.path("redirect_uris")) {
      if (!Redirects.isFit(each.asString(""))) {
        throw new Refused(
            Error.invalid_redirect_uri,
            "A redirect is https, http on loopback, or a scheme of the program's own.");
      }
      redirects.add(each.asString());
    }
    if (redirects.isEmpty() || redirects.size() > Client.MOST_REDIRECTS) {
      throw new Refused(
          Error.invalid_redirect_uri, "A client has 1 to " + Client.MOST_REDIRECTS + " redirects.");
    }
    String name = metadata.path("client_name").asString("").strip();
    return new Client(
        id, Account.isName(name) ? name : "An unnamed program", redirects, byDocument);
  }
}

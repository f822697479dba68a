package dev.suture.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.suture.account.Scope;
import dev.suture.account.grant.Client;
import dev.suture.account.grant.Grants;
import dev.suture.account.grant.Refused;
import dev.suture.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What programs call to be let in: the metadata of the protected resource (RFC 9728) and of the
/// authorization server (RFC 8414), registration (RFC 7591), tokens, and their end (RFC 7009).
/// Clients are public and prove themselves by PKCE.
final class OAuthApi {
  private static final int METADATA_BYTES = 16 * 1024;
  private static final String WELL_KNOWN = "/.well-known/oauth-";

  /// Path of the one resource that tokens are for.
  static final String RESOURCE = "/mcp";

  /// Where the metadata of the resource stands.
  static final String RESOURCE_METADATA = WELL_KNOWN + "protected-resource" + RESOURCE;

  private final Grants grants;
  private final Cookies addresses;

  OAuthApi(Grants grants, List<URI> baseUrls) {
    this.grants = grants;
    this.addresses = new Cookies(baseUrls);
  }

  List<Route> routes() {
    return List.of(
        visitor("GET", WELL_KNOWN + "protected-resource", this::resource),
        visitor("GET", RESOURCE_METADATA, this::resource),
        visitor("GET", WELL_KNOWN + "authorization-server", this::server),
        visitor("POST", "/oauth/register", this::register),
        visitor("POST", "/oauth/token", this::token),
        visitor("POST", "/oauth/revoke", this::revoke));
  }

  private static Route visitor(String method, String path, Endpoint endpoint) {
    return new Route(method, path, Route.Access.visitor, endpoint);
  }

  private String issuer(Call call) {
    return addresses.address(call);
  }

  private String here(Call call) {
    return issuer(call) + RESOURCE;
  }

  private static List<String> scopes() {
    return Grants.SCOPES.stream().map(Scope::word).sorted().toList();
  }

  private Answer resource(Call call) {
    return Answer.json(
        200,
        new ResourceMetadata(
            here(call), List.of(issuer(call)), scopes(), List.of("header"), "Suture"));
  }

  private Answer server(Call call) {
    String issuer = issuer(call);
    return Answer.json(
        200,
        new ServerMetadata(
            issuer,
            issuer + "/oauth/authorize",
            issuer + "/oauth/token",
            issuer + "/oauth/register",
            issuer + "/oauth/revoke",
            scopes(),
            List.of("code"),
            List.of("query"),
            List.of("authorization_code", "refresh_token"),
            List.of("none"),
            List.of("none"),
            List.of("S256"),
            true,
            true));
  }

  private Answer register(Call call) throws IOException {
    try {
      JsonNode wanted = Json.MAPPER.readTree(call.bytes(METADATA_BYTES));
      Client client = grants.clients().register(wanted);
      return Answer.json(
          201,
          new Registered(
              client.id(),
              client.name(),
              client.redirects(),
              List.of("authorization_code", "refresh_token"),
              List.of("code"),
              "none"));
    } catch (JacksonException noJson) {
      return refused(
          new Refused(Refused.Error.invalid_client_metadata, "The body is no JSON object."));
    } catch (Refused refused) {
      return refused(refused);
    }
  }

  private Answer token(Call call) throws IOException {
    try {
      Form form = form(call);
      Grants.Issued issued =
          switch (form.text("grant_type")) {
            case "authorization_code" ->
                grants.exchange(
                    new Grants.Claim(
                        form.text("code"),
                        form.text("client_id"),
                        form.text("redirect_uri"),
                        form.text("code_verifier"),
                        form.optional("resource")),
                    here(call));
            case "refresh_token" ->
                grants.refresh(
                    form.text("refresh_token"), form.text("client_id"), form.optional("scope"));
            default ->
                throw new Refused(
                    Refused.Error.unsupported_grant_type,
                    "The grant types are authorization_code and refresh_token.");
          };
      return Answer.json(200, Issue.of(issued));
    } catch (Refused refused) {
      return refused(refused);
    }
  }

  /// Answers alike whether or not there was such a token.
  private Answer revoke(Call call) throws IOException {
    try {
      Form form = form(call);
      if (form.text("token").isEmpty()) {
        throw new Refused(Refused.Error.invalid_request, "The parameter token is missing.");
      }
      grants.revoke(form.text("token"), form.text("client_id"));
      return Answer.empty(200);
    } catch (Refused refused) {
      return refused(refused);
    }
  }

  private static Form form(Call call) throws IOException, Refused {
    try {
      return Form.of(call);
    } catch (Refusal malformed) {
      throw new Refused(Refused.Error.invalid_request, String.valueOf(malformed.getMessage()));
    }
  }

  private static Answer refused(Refused refused) {
    return Answer.json(400, new Problem(refused.error().name(), refused.says()));
  }

  record ResourceMetadata(
      String resource,
      @JsonProperty("authorization_servers") List<String> authorizationServers,
      @JsonProperty("scopes_supported") List<String> scopesSupported,
      @JsonProperty("bearer_methods_supported") List<String> bearerMethodsSupported,
      @JsonProperty("resource_name") String resourceName) {}

  record ServerMetadata(
      String issuer,
      @JsonProperty("authorization_endpoint") String authorizationEndpoint,
      @JsonProperty("token_endpoint") String tokenEndpoint,
      @JsonProperty("registration_endpoint") String registrationEndpoint,
      @JsonProperty("revocation_endpoint") String revocationEndpoint,
      @JsonProperty("scopes_supported") List<String> scopesSupported,
      @JsonProperty("response_types_supported") List<String> responseTypesSupported,
      @JsonProperty("response_modes_supported") List<String> responseModesSupported,
      @JsonProperty("grant_types_supported") List<String> grantTypesSupported,
      @JsonProperty("token_endpoint_auth_methods_supported") List<String> tokenAuthMethods,
      @JsonProperty("revocation_endpoint_auth_methods_supported") List<String> revokeAuthMethods,
      @JsonProperty("code_challenge_methods_supported") List<String> challengeMethods,
      @JsonProperty("client_id_metadata_document_supported") boolean documents,
      @JsonProperty("authorization_response_iss_parameter_supported") boolean issuerInAnswer) {}

  record Registered(
      @JsonProperty("client_id") String clientId,
      @JsonProperty("client_name") String clientName,
      @JsonProperty("redirect_uris") List<String> redirectUris,
      @JsonProperty("grant_types") List<String> grantTypes,
      @JsonProperty("response_types") List<String> responseTypes,
      @JsonProperty("token_endpoint_auth_method") String tokenEndpointAuthMethod) {}

  record Issue(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      @JsonProperty("refresh_token") String refreshToken,
      String scope) {
    static Issue of(Grants.Issued issued) {
      return new Issue(
          issued.access(),
          "Bearer",
          Grants.ACCESS.toSeconds(),
          issued.refresh(),
          Grants.words(issued.scopes()));
    }

    @Override
    public String toString() {
      return "Issue";
    }
  }

  record Problem(String error, @JsonProperty("error_description") @Nullable String description) {}
}

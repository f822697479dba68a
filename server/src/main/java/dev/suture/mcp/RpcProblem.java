package dev.suture.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request that is answered with an error of the protocol.
final class RpcProblem extends Exception {
  private static final long serialVersionUID = 1;

  static final int PARSE = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int UNKNOWN_METHOD = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL = -32603;
  static final int HEADER_MISMATCH = -32020;
  static final int UNSUPPORTED_VERSION = -32022;
  static final int LEGACY_NO_RESOURCE = -32002;

  private final String sentence;
  private final int code;
  private final int status;
  private final transient @Nullable Object data;

  /// What a caller has and what it needs besides.
  record Lacking(String scopes) {}

  /// What was asked for, as it was.
  record NoSuch(String uri) {}

  /// What a client may speak instead.
  record Versions(List<String> supported, String requested) {}

  RpcProblem(int code, int status, String message, @Nullable Object data) {
    super(message, null, false, false);
    this.sentence = message;
    this.code = code;
    this.status = status;
    this.data = data;
  }

  /// An error of the request's form, with HTTP status 400.
  static RpcProblem refused(int code, String message) {
    return new RpcProblem(code, 400, message, null);
  }

  static RpcProblem mismatch(String message) {
    return new RpcProblem(HEADER_MISMATCH, 400, message, null);
  }

  static RpcProblem version(String requested) {
    return new RpcProblem(
        UNSUPPORTED_VERSION,
        400,
        "Unsupported protocol version: use one of data.supported",
        new Versions(Era.ALL, requested));
  }

  static RpcProblem unknownMethod(Era era) {
    return new RpcProblem(
        UNKNOWN_METHOD,
        era == Era.modern ? 404 : 200,
        "Method not found: this server has tools, resources and prompts; tools/list begins",
        null);
  }

  /// An error in what a method was asked; the request itself was well formed.
  static RpcProblem params(String message) {
    return new RpcProblem(INVALID_PARAMS, 200, message, null);
  }

  /// The caller may ask the person for more.
  ///
  /// @param scopes that it has and that it needs
  static RpcProblem lacking(String scopes) {
    return new RpcProblem(
        INVALID_REQUEST,
        403,
        "Insufficient scope: let the person grant data.scopes",
        new Lacking(scopes));
  }

  static RpcProblem noResource(Era era, String uri) {
    return new RpcProblem(
        era == Era.modern ? INVALID_PARAMS : LEGACY_NO_RESOURCE,
        200,
        "Resource not found: resources/list and resources/templates/list say what there is",
        new NoSuch(uri));
  }

  String sentence() {
    return sentence;
  }

  int code() {
    return code;
  }

  int status() {
    return status;
  }

  @Nullable Object data() {
    return data;
  }
}

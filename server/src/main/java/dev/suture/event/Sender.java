package dev.suture.event;

/// How whoever sent something showed who he is, the least first.
public enum Sender {
  /// The project's public key alone: anybody who reads the page's script knows it.
  anonymousKey("an anonymous key"),
  /// The public key, and the session of somebody who has signed in to this server.
  signedUser("a signed-in user"),
  /// The public key, and a token that may change failures: staff's extension, or a program of the
  /// team's.
  staffToken("a token of staff");

  private final String words;

  Sender(String words) {
    this.words = words;
  }

  /// In a sentence: came in through ...
  public String words() {
    return words;
  }
}

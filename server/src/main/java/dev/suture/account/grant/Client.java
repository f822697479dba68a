package dev.suture.account.grant;

import java.util.List;

/// A program that asks to act for people.
///
/// @param id the address of its metadata document, or what it was given when it registered
/// @param name as it calls itself; hostile text
/// @param redirects where people may be sent back to
/// @param byDocument whether its metadata stands at its id, so that the id's host vouches for it
public record Client(String id, String name, List<String> redirects, boolean byDocument) {
  public static final int MOST_REDIRECTS = 20;

  public Client {
    redirects = List.copyOf(redirects);
  }

  /// Whether people may be sent back to an address.
  public boolean allows(String redirect) {
    return redirects.stream().anyMatch(each -> Redirects.same(each, redirect));
  }
}

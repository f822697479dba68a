package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.account.Scope;
import dev.suture.event.Sender;
import dev.suture.ingest.Delivery.Voucher;

/// Says who stands behind what is delivered. A token counts when it may change failures, and each
/// only for the projects that its owner has.
final class Vouching {
  private Vouching() {}

  static Voucher of(Call call) {
    Principal who = call.principal();
    boolean counts = who.via() == Principal.Via.session || who.may(Scope.failureWrite);
    return who.kind() == Principal.Kind.nobody || !counts
        ? Voucher.NOBODY
        : new Voucher(
            who.via() == Principal.Via.session ? Sender.signedUser : Sender.staffToken,
            who.reach()::has);
  }
}

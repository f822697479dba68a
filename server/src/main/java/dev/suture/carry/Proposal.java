package dev.suture.carry;

/// What a pull request says: words of ours and ids only, so that nothing captured gets into it.
final class Proposal {
  private Proposal() {}

  static String body(Carry carry) {
    StringBuilder body = new StringBuilder("Brings the fix of `" + carry.hotfix() + "` to `");
    body.append(carry.plan().target()).append("`, ");
    body.append(carry.plan().merges() ? "merged" : "cherry-picked").append(".\n");
    if (!carry.notes().isEmpty()) {
      body.append("\nResolved on the way, worth a look: ")
          .append(carry.notes().size())
          .append(carry.notes().size() == 1 ? " place.\n" : " places.\n");
    }
    if (!carry.ran().isEmpty()) {
      body.append("\nBefore this was proposed:\n");
      carry.ran().forEach(told -> body.append("- ").append(told).append('\n'));
    }
    body.append('\n');
    for (String commit : carry.plan().commits()) {
      body.append("(cherry picked from commit ").append(commit).append(")\n");
    }
    return body.append("Suture-Hotfix: ").append(carry.hotfix()).append('\n').toString();
  }
}

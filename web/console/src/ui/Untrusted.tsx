/** The quiet mark on text that anybody with the public key could have written. */
export function Untrusted() {
  return (
    <span
      className="untrusted"
      title="This came in through a public key: anybody could have written it. It is shown as text and never run."
    >
      untrusted
    </span>
  );
}

const colourUpTo = 60_000;
const piece =
  /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

interface Span {
  text: string;
  kind?: 'key' | 'string' | 'literal';
}

/** Indented JSON cut into pieces that are coloured; the pieces together are the text. */
export function jsonSpans(text: string): Span[] {
  if (text.length > colourUpTo) return [{ text }];
  const spans: Span[] = [];
  let done = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index > done) spans.push({ text: text.slice(done, match.index) });
    const [whole, quoted, colon] = match;
    if (quoted && colon) spans.push({ text: quoted, kind: 'key' }, { text: colon });
    else spans.push({ text: whole, kind: quoted ? 'string' : 'literal' });
    done = match.index + whole.length;
  }
  spans.push({ text: text.slice(done) });
  return spans;
}

export function JsonText({ text }: { text: string }) {
  return jsonSpans(text).map((span, index) =>
    span.kind ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
      <span key={index} className={`json-${span.kind}`}>
        {span.text}
      </span>
    ) : (
      span.text
    ),
  );
}

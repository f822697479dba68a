import { useEffect, useState } from "react";
import { Link } from "react-router";
import { getPlain } from "../../api/http";

interface Hit {
  id: string;
  number: string;
  line: string;
}

const find = (text: string, signal?: AbortSignal) =>
  getPlain<{ hits: Hit[] }>(`/search?q=${encodeURIComponent(text)}`, signal).then(({ hits }) => hits ?? []);

export function BusFinder() {
  const [text, setText] = useState("");
  const [hits, setHits] = useState<Hit[]>([]);

  useEffect(() => {
    if (text.length < 2) return;
    const aborter = new AbortController();
    find(text, aborter.signal)
      .then(setHits)
      .catch(() => undefined);
    return () => aborter.abort();
  }, [text]);

  function type(next: string) {
    setText(next);
    setHits([]);
  }

  const best = hits.find(({ number }) => number.startsWith(text));
  return (
    <p>
      <label>
        Bus number <input value={text} onChange={({ target }) => type(target.value)} />
      </label>{" "}
      {best && <Link to={`/buses/${best.id}`}>{`${best.number} on line ${best.line}`}</Link>}
    </p>
  );
}

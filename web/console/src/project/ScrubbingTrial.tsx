import type { Scrubbing, ScrubbingTrial as Trial } from '@suture/wire/api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiPath, post } from '../api/client';
import { Failure } from '../ui/Notice';
import { LinesField, TextField } from './Field';

const sample = `card 4111 1111 1111 1111 of ana@example.com
GET https://shop.example/pay?token=abc123&step=2
open /home/ana/shop/index.js`;

/** What the rules, saved or not, make of a text. */
export function ScrubbingTrial({ slug, scrubbing }: { slug: string; scrubbing: Scrubbing }) {
  const [value, setValue] = useState(sample);
  const [path, setPath] = useState('message');
  const trial = useQuery({
    queryKey: ['scrubbing', slug, scrubbing, path, value],
    queryFn: () =>
      post<Trial>(apiPath(['projects', slug, 'scrubbing']), { scrubbing, path, value }),
    placeholderData: (previous) => previous,
    retry: false,
  });
  return (
    <section className="panel" aria-labelledby="trial-title">
      <header className="panel-head">
        <h2 id="trial-title">Try it</h2>
      </header>
      <div className="panel-body form">
        <p className="muted">With the rules as they stand above, saved or not. Nothing is kept.</p>
        <TextField
          label="Where the text stands"
          hint="message, user.email, extra.note, request.headers.Referer, capture.network.body …"
          value={path}
          onChange={setPath}
          mono
        />
        <LinesField label="Text" value={value} onChange={setValue} />
        <div className="field">
          <span className="field-label">What is kept</span>
          {trial.error ? (
            <Failure error={trial.error} />
          ) : (
            <pre className="trial" aria-live="polite">
              {trial.data?.value ?? '…'}
            </pre>
          )}
        </div>
      </div>
    </section>
  );
}

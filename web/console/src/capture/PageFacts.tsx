import type { Page } from '@suture/wire/capture';
import { plural } from '../ui/number';
import { Untrusted } from '../ui/Untrusted';

const words = {
  high: 'A run from this capture is likely to show the same.',
  medium: 'A run from this capture may show the same.',
  low: 'A run from this capture is unlikely to show the same.',
};

/** Where the capture was taken, and what is not in it. */
export function PageFacts({ page }: { page: Page }) {
  const { viewport, storage, coverage } = page;
  const likely = coverage.reproducibility;
  const names = [
    ['local', storage.local],
    ['session', storage.session],
    ['cookies', storage.cookies],
  ] as const;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Address', page.url],
    ['Title', page.title],
    ['Viewport', `${viewport.width} × ${viewport.height} at ${viewport.scale}×`],
    ['Browser', page.userAgent],
    ['Language', [page.language, page.timeZone].filter(Boolean).join(', ')],
    ['Release', page.release],
    ['Environment', page.environment],
    ['Window', `${Math.round((page.window.to - page.window.from) / 1000)} s before the report`],
    ...names.map(([kind, keys]) => [`Storage: ${kind}`, keys.join(', ')] as const),
  ];
  const losses = [
    coverage.redacted > 0 &&
      `${plural(coverage.redacted, 'value')} ${coverage.pseudonyms ? 'given pseudonyms' : 'redacted'} before leaving the page`,
    coverage.truncatedBodies > 0 &&
      `${coverage.truncatedBodies === 1 ? '1 body' : `${coverage.truncatedBodies} bodies`} cut at the limit`,
    coverage.dropped > 0 &&
      `${coverage.dropped === 1 ? '1 entry' : `${coverage.dropped} entries`} pushed out by the size limits`,
    ...coverage.notes,
  ].filter((text): text is string => Boolean(text));
  return (
    <div className="page-facts">
      <section>
        <h3>
          The page <Untrusted />
        </h3>
        <dl className="facts">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <section>
        {likely && (
          <p className="likely">
            <strong>{words[likely.grade]}</strong>
            {likely.reasons.length === 0 && ' Nothing that is known speaks against it.'}
          </p>
        )}
        {likely && likely.reasons.length > 0 && (
          <ul className="notes">
            {likely.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        <h3>What was not captured</h3>
        {losses.length === 0 ? (
          <p className="muted">The recorder left nothing out that it knows of.</p>
        ) : (
          <ul className="notes">
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

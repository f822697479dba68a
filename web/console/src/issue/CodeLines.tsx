import type { Code } from '@suture/wire/api';

/** Source around a line, that line marked. */
export function CodeLines({ code, failing }: { code: Code; failing: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code is scrolled by keyboard too
    <pre className="code" tabIndex={0}>
      {code.lines.map((line, index) => {
        const number = code.first + index;
        return (
          <span key={number} className={number === failing ? 'code-line failing' : 'code-line'}>
            <span className="code-number" aria-hidden="true">
              {number}
            </span>
            <code>{line || ' '}</code>
          </span>
        );
      })}
    </pre>
  );
}

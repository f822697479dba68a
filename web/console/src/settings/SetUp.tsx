import { Snippet } from '../ui/Snippet';
import { claudeSnippet, cursorSnippet, sdkSnippet, sentrySnippet } from './snippets';

/** Everything that is pasted somewhere to connect a page, a person or an agent. */
export function SetUp({ dsn }: { dsn: string | undefined }) {
  const { origin } = window.location;
  return (
    <section className="panel" aria-labelledby="set-up-title">
      <header className="panel-head">
        <h2 id="set-up-title">Set-up</h2>
      </header>
      <div className="set-up">
        {dsn && (
          <>
            <div>
              <h3>Browser extension</h3>
              <p className="muted">
                Load the unpacked folder that <code>./suture up</code> prints, open its popup and
                paste the DSN.
              </p>
              <Snippet text={dsn} label="Copy the DSN" />
            </div>
            <div>
              <h3>Page SDK</h3>
              <p className="muted">Records in your own page, without an extension.</p>
              <Snippet text={sdkSnippet(dsn)} label="Copy the snippet" />
            </div>
            <div>
              <h3>Any Sentry SDK</h3>
              <p className="muted">Only the address changes.</p>
              <Snippet text={sentrySnippet(dsn)} label="Copy the snippet" />
            </div>
          </>
        )}
        <div>
          <h3>Claude Code</h3>
          <p className="muted">Gives the agent the bundles and the hotfixes.</p>
          <Snippet text={claudeSnippet(origin)} label="Copy the command" />
        </div>
        <div>
          <h3>Cursor</h3>
          <p className="muted">
            Into <code>.cursor/mcp.json</code>.
          </p>
          <Snippet text={cursorSnippet(origin)} label="Copy the configuration" />
        </div>
      </div>
    </section>
  );
}

import { useState } from 'react';
import { Snippet } from '../ui/Snippet';
import { Tabs } from '../ui/Tabs';
import { type Sdk, sdks, snippetOf } from './sdks';

/** What to paste into an application so that it reports here. */
export function SdkSnippets({ dsn }: { dsn: string }) {
  const [sdk, choose] = useState<Sdk>('browser');
  return (
    <section className="panel" aria-labelledby="snippets-title">
      <header className="panel-head">
        <h2 id="snippets-title">Connect an application</h2>
      </header>
      <Tabs label="Language" tabs={sdks} selected={sdk} onSelect={choose}>
        <div className="panel-body">
          <Snippet text={snippetOf(sdk, dsn)} label="Copy the snippet" />
        </div>
      </Tabs>
    </section>
  );
}

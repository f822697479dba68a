import type { Backport } from '@suture/wire/api';
import { Notice } from '../ui/Notice';
import { Snippet } from '../ui/Snippet';
import { shellWord } from '../ui/shell';

type Hunk = Backport['conflicts'][number]['hunks'][number];

/** What has to be decided: three sides, where each came from, and what the line lacks. */
export function Conflicts({ backport }: { backport: Backport }) {
  const { plan } = backport;
  const commits = plan.commits.map((id) => shellWord(id.slice(0, 12))).join(' ');
  const bring =
    plan.commits.length > 0 ? `git cherry-pick -x ${commits}` : `git merge ${plan.head}`;
  return (
    <>
      <Notice tone="warning" title="Somebody has to decide">
        <p>Resolve it on a branch of this name and push it; it is taken from there.</p>
      </Notice>
      <Snippet
        text={`git fetch origin\ngit switch -c ${shellWord(plan.branch)} ${plan.onto.slice(0, 12)}\n${bring}\ngit push origin ${shellWord(plan.branch)}`}
        label="Copy the commands"
      />
      {backport.missing.length > 0 && (
        <div>
          <h3>The fix stands on these, and the line does not have them</h3>
          <ol className="commits">
            {backport.missing.map((commit) => (
              <li key={commit.id}>
                <code>{commit.id.slice(0, 12)}</code>
                <span className="commit-subject">{commit.subject}</span>
                <span className="muted">{commit.author}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {backport.conflicts.map((conflict) => (
        <div key={conflict.path}>
          <h3 className="mono">{conflict.path}</h3>
          <p className="muted">{conflict.kind}</p>
          {conflict.hunks.map((hunk) => (
            <Sides key={`${hunk.from} ${hunk.theirs}`} hunk={hunk} />
          ))}
        </div>
      ))}
    </>
  );
}

function Sides({ hunk }: { hunk: Hunk }) {
  const by = hunk.oursBy.map((commit) => `${commit.id.slice(0, 12)} ${commit.subject}`).join(', ');
  return (
    <div className="board-sides">
      <Side title="The line has" text={hunk.ours} note={by && `from ${by}`} />
      <Side title="The fix was made on" text={hunk.base} />
      <Side title="The fix makes of it" text={hunk.theirs} />
    </div>
  );
}

function Side({ title, text, note }: { title: string; text: string; note?: string }) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <pre>{text || '(nothing)'}</pre>
      {note && <span className="muted">{note}</span>}
    </figure>
  );
}

import type { Event, Frame, Thrown } from '@suture/wire/api';
import { useState } from 'react';
import { CopyButton } from '../ui/CopyButton';
import { Icon } from '../ui/Icon';
import { Untrusted } from '../ui/Untrusted';
import { CodeLines } from './CodeLines';
import { foldFrames, position, stackText, unmappedReasons } from './stack';

/** What was thrown and what caused it, mapped to source. */
export function Stack({ event }: { event: Event }) {
  const { thrown, message } = event;
  const reasons = unmappedReasons(thrown);
  return (
    <section className="panel" aria-labelledby="stack-title">
      <header className="panel-head">
        <h2 id="stack-title">Stack</h2>
        <Untrusted />
        <span className="spring" />
        {thrown.length > 0 && (
          <CopyButton text={stackText(thrown)} label="Copy the stack" className="button-quiet" />
        )}
      </header>
      {thrown.length === 0 && (
        <p className="panel-text">
          {message || 'This event carries a report and no error: nothing was thrown.'}
        </p>
      )}
      {thrown.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the chain of an event never changes
        <ThrownView key={index} thrown={each} cause={index > 0} />
      ))}
      {reasons.length > 0 && (
        <details className="unmapped">
          <summary>Why some frames are not mapped</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function ThrownView({ thrown, cause }: { thrown: Thrown; cause: boolean }) {
  const groups = foldFrames(thrown.frames);
  const firstOpen = groups.findIndex((group) => group.kind === 'frame');
  return (
    <div className="thrown">
      <h3 className="thrown-head">
        {cause && <span className="muted">Caused by </span>}
        <b>{thrown.type}</b>: <span>{thrown.value}</span>
        {!thrown.handled && <span className="badge badge-danger">unhandled</span>}
      </h3>
      {thrown.frames.length === 0 && <p className="panel-text muted">It came without a stack.</p>}
      <ol className="frames">
        {groups.map((group, index) =>
          group.kind === 'frame' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the frames of an event never change
            <FrameView key={index} frame={group.frame} open={index - firstOpen < 3} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the frames of an event never change
            <FoldedFrames key={index} frames={group.frames} />
          ),
        )}
      </ol>
    </div>
  );
}

function FrameView({ frame, open }: { frame: Frame; open: boolean }) {
  const [shown, setShown] = useState(open);
  const { code, built } = frame;
  const head = (
    <>
      <span className="frame-function">{frame.function || '<anonymous>'}</span>
      <code className="frame-file" title={built ? `Built: ${position(built)}` : undefined}>
        {position(frame)}
      </code>
      {frame.unmapped && (
        <span className="badge badge-warning" title={frame.unmapped}>
          not mapped
        </span>
      )}
    </>
  );
  return (
    <li className={frame.inApp ? 'frame frame-app' : 'frame'}>
      {code ? (
        <button
          type="button"
          className="frame-head"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'down' : 'right'} size={14} />
          {head}
        </button>
      ) : (
        <div className="frame-head frame-plain">{head}</div>
      )}
      {code && shown && <CodeLines code={code} failing={frame.line} />}
    </li>
  );
}

function FoldedFrames({ frames }: { frames: readonly Frame[] }) {
  const [shown, setShown] = useState(false);
  const modules = [...new Set(frames.map((frame) => frame.module).filter(Boolean))].join(', ');
  return (
    <>
      <li className="frame frame-folded">
        <button
          type="button"
          className="frame-head"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'down' : 'right'} size={14} />
          {frames.length === 1 ? '1 library frame' : `${frames.length} library frames`}
          {modules && <span className="muted ellipsis">{modules}</span>}
        </button>
      </li>
      {shown &&
        frames.map((frame, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the frames of an event never change
          <FrameView key={index} frame={frame} open={false} />
        ))}
    </>
  );
}

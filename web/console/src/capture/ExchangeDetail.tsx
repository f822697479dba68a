import type { HarEntry, HarHeader } from '@suture/wire/capture';
import { CopyButton } from '../ui/CopyButton';
import { Icon } from '../ui/Icon';
import { byteSize, duration } from '../ui/number';
import { clockTime } from '../ui/time';
import { Untrusted } from '../ui/Untrusted';
import { asCurl, bodyText, failed, prettyBody, statusWord } from './exchange';
import { JsonText } from './JsonText';

interface ExchangeDetailProps {
  exchange: HarEntry;
  /** What the times on screen are counted from. */
  zero: number;
  onClose: () => void;
}

/** One request and its response in full. */
export function ExchangeDetail({ exchange, zero, onClose }: ExchangeDetailProps) {
  const { request, response } = exchange;
  const curl = asCurl(exchange);
  return (
    <section className="exchange" aria-label="The chosen request">
      <header>
        <span className="method">{request.method}</span>
        <span className="status" data-status={failed(exchange) ? 'bad' : 'good'}>
          {statusWord(exchange)} {response.statusText}
        </span>
        <span className="took">
          {duration(exchange.time)} from {clockTime(exchange._at - zero, true)}
        </span>
        <Untrusted />
        <span className="spring" />
        {curl && <CopyButton text={curl} label="Copy as cURL" className="button-quiet" />}
        <button
          type="button"
          className="icon-button"
          aria-label="Close the request"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="exchange-body">
        <p className="url mono">{request.url}</p>
        {exchange._error && <p className="bad-text">{exchange._error}</p>}
        {exchange._truncated && <p className="muted">A body was cut at the recorder's limit.</p>}
        <Body
          title="Response body"
          text={response.content.text}
          encoding={response.content.encoding}
          size={response.content.size}
        />
        {request.postData && (
          <Body title="Request body" text={request.postData.text} size={request.bodySize} />
        )}
        <Headers title="Response headers" headers={response.headers} />
        <Headers title="Request headers" headers={request.headers} />
        {exchange._initiator && (
          <details>
            <summary>Started by</summary>
            <pre className="body">{exchange._initiator}</pre>
          </details>
        )}
      </div>
    </section>
  );
}

interface BodyProps {
  title: string;
  text: string | undefined;
  encoding?: string | undefined;
  size: number;
}

function Body({ title, text, encoding, size }: BodyProps) {
  const readable = text === undefined ? undefined : bodyText(text, encoding);
  const pretty = readable === undefined ? undefined : prettyBody(readable);
  return (
    <details open>
      <summary>
        {title} {size > 0 && <span className="muted">{byteSize(size)}</span>}
      </summary>
      {pretty && readable ? (
        <div className="snippet">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long body is scrolled by keyboard too */}
          <pre className="body" tabIndex={0}>
            {pretty.json ? <JsonText text={pretty.text} /> : pretty.text}
          </pre>
          <CopyButton text={readable} label="Copy the body" compact />
        </div>
      ) : (
        <p className="muted">
          {text ? 'Not text; it is in the part as base64.' : 'Empty, or not captured.'}
        </p>
      )}
    </details>
  );
}

function Headers({ title, headers }: { title: string; headers: readonly HarHeader[] }) {
  if (headers.length === 0) return null;
  return (
    <details>
      <summary>
        {title} <span className="muted">{headers.length}</span>
      </summary>
      <dl className="headers mono">
        {headers.map((header, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice
          <div key={index}>
            <dt>{header.name}</dt>
            <dd>{header.value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import type { HarEntry } from '@suture/wire/capture';
import { useMemo, useState } from 'react';
import { duration } from '../ui/number';
import { ExchangeDetail } from './ExchangeDetail';
import { failed, shortUrl, statusWord } from './exchange';
import type { Playback } from './playback';
import { SyncedList } from './SyncedList';

interface NetworkProps {
  exchanges: readonly HarEntry[];
  playback: Playback;
}

/** The requests of the page, and one of them in full. */
export function Network({ exchanges, playback }: NetworkProps) {
  const [open, setOpen] = useState<string>();
  const things = useMemo(
    () => exchanges.map((exchange) => ({ at: exchange._at, exchange })),
    [exchanges],
  );
  const shown = exchanges.find((exchange) => exchange._id === open);
  return (
    <div className={shown ? 'network network-split' : 'network'}>
      <SyncedList
        label="Requests"
        things={things}
        playback={playback}
        tone={({ exchange }) => (failed(exchange) ? 'bad' : undefined)}
        onChoose={({ exchange }) => setOpen(exchange._id)}
        empty="The page made no request in this time."
        render={({ exchange }) => <ExchangeLine exchange={exchange} />}
      />
      {shown && (
        <ExchangeDetail
          key={shown._id}
          exchange={shown}
          zero={playback.zero}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function ExchangeLine({ exchange }: { exchange: HarEntry }) {
  return (
    <>
      <span className="method">{exchange.request.method}</span>
      <span className="entry-text mono" title={exchange.request.url}>
        {shortUrl(exchange.request.url)}
      </span>
      <span className="status" data-status={failed(exchange) ? 'bad' : 'good'}>
        {statusWord(exchange)}
      </span>
      <span className="took">{duration(exchange.time)}</span>
    </>
  );
}

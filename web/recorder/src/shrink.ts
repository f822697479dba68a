import type { HarEntry, Page } from '@suture/wire/capture';
import type { Capture } from './capture';

const META = 4;
const SMALL_BODY = 2000;

/**
 * The next smaller capture, what is oldest and biggest first: old replay segments, bodies, the whole
 * replay, old console lines and exchanges. Nothing when there is no more to take.
 */
export function shrink(capture: Capture): Capture | undefined {
  return (
    withoutOldestSegments(capture) ??
    withoutBigBodies(capture) ??
    withoutReplay(capture) ??
    withHalf(capture)
  );
}

function withoutOldestSegments(capture: Capture): Capture | undefined {
  const starts = capture.replay.flatMap(({ type }, i) => (type === META ? [i] : []));
  const keepFrom = starts[Math.ceil(starts.length / 2)];
  if (!keepFrom) return undefined;
  const replay = capture.replay.slice(keepFrom);
  return noted(
    { ...capture, replay },
    'The replay was cut at its beginning to fit the size limit.',
  );
}

function withoutBigBodies(capture: Capture): Capture | undefined {
  const { entries } = capture.parts.network.log;
  const biggest = Math.max(...entries.map(bodySize), 0);
  if (biggest <= SMALL_BODY) return undefined;
  const limit = Math.max(SMALL_BODY, biggest / 4);
  const cut = entries.map((entry) => (bodySize(entry) > limit ? cutBodies(entry, limit) : entry));
  return noted(withEntries(capture, cut), 'Bodies were cut to fit the size limit.');
}

function withoutReplay(capture: Capture): Capture | undefined {
  if (capture.replay.length === 0) return undefined;
  return noted({ ...capture, replay: [] }, 'The replay was left out to fit the size limit.');
}

function withHalf(capture: Capture): Capture | undefined {
  const { console, network } = capture.parts;
  const { entries } = network.log;
  if (console.length + entries.length < 2) return undefined;
  const half = withEntries(capture, entries.slice(Math.floor(entries.length / 2)));
  half.parts.console = console.slice(Math.ceil(console.length / 2));
  const gone =
    console.length +
    entries.length -
    half.parts.console.length -
    half.parts.network.log.entries.length;
  half.parts.page = {
    ...half.parts.page,
    coverage: { ...half.parts.page.coverage, dropped: half.parts.page.coverage.dropped + gone },
  };
  return noted(half, 'Old console lines and requests were left out to fit the size limit.');
}

function bodySize({ request, response }: HarEntry): number {
  return Math.max(request.postData?.text.length ?? 0, response.content.text?.length ?? 0);
}

function cutBodies(entry: HarEntry, limit: number): HarEntry {
  const { request, response } = entry;
  const copy: HarEntry = {
    ...entry,
    _truncated: true,
    response: { ...response, content: { ...response.content } },
  };
  if (response.content.text) copy.response.content.text = response.content.text.slice(0, limit);
  if (request.postData) {
    const text = request.postData.text.slice(0, limit);
    copy.request = { ...request, postData: { ...request.postData, text } };
  }
  return copy;
}

function withEntries(capture: Capture, entries: HarEntry[]): Capture {
  const { network } = capture.parts;
  return {
    ...capture,
    parts: { ...capture.parts, network: { log: { ...network.log, entries } } },
  };
}

function noted(capture: Capture, note: string): Capture {
  const { page } = capture.parts;
  const coverage: Page['coverage'] = {
    ...page.coverage,
    truncatedBodies: capture.parts.network.log.entries.filter((entry) => entry._truncated).length,
    notes: [...new Set([...page.coverage.notes, note])],
  };
  return { ...capture, parts: { ...capture.parts, page: { ...page, coverage } } };
}

/** The capture as JSON within a limit, or nothing. */
export function smallest(capture: Capture, limit: number): string | undefined {
  let fitting: Capture | undefined = capture;
  while (fitting) {
    const json = JSON.stringify(fitting);
    if (json.length <= limit) return json;
    fitting = shrink(fitting);
  }
  return undefined;
}

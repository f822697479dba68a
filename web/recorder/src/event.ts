import type { Report } from '@suture/wire/capture';
import type { Capture, CapturedFailure } from './capture';
import { cut } from './describe';
import { VERSION } from './version';

export interface ReportOptions {
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  /** The failure that the report is about; a report can be about none. */
  readonly failure?: CapturedFailure | undefined;
}

interface Breadcrumb {
  timestamp: number;
  type: string;
  category: string;
  message: string;
  level?: string;
}

const MAX_BREADCRUMBS = 30;

/** The event item of a capture, in Sentry's words. */
export function toEvent(capture: Capture, eventId: string, options: ReportOptions): object {
  const { page } = capture.parts;
  const { failure } = options;
  const report: Report = { type: 'capture', version: 1 };
  if (options.title) report.title = options.title.slice(0, 200);
  if (options.note) report.note = options.note.slice(0, 4000);
  return {
    event_id: eventId,
    timestamp: (failure?.at ?? page.window.to) / 1000,
    platform: 'javascript',
    level: failure ? 'error' : 'info',
    ...(failure
      ? { exception: { values: failure.exceptions } }
      : { message: options.title || page.title || 'Report' }),
    ...(page.release && { release: page.release }),
    ...(page.environment && { environment: page.environment }),
    request: {
      url: page.url,
      headers: {
        'User-Agent': page.userAgent,
        ...(page.referrer && { Referer: page.referrer }),
      },
    },
    tags: { url: cut(page.url, 180), recorder: page.recorder.name },
    contexts: {
      suture: report,
      ...(capture.replay.length > 0 && { replay: { replay_id: eventId } }),
      culture: { locale: page.language, timezone: page.timeZone },
    },
    breadcrumbs: { values: breadcrumbs(capture) },
    ...imagesOf(capture, failure),
    sdk: { name: page.recorder.name, version: VERSION },
  };
}

function imagesOf({ images }: Capture, failure: CapturedFailure | undefined): object {
  const files = new Set(
    failure?.exceptions.flatMap(({ stacktrace }) =>
      (stacktrace?.frames ?? []).map(({ filename }) => filename),
    ),
  );
  const used = images.filter(({ code_file }) => files.has(code_file));
  return used.length > 0 ? { debug_meta: { images: used } } : {};
}

function breadcrumbs({ parts }: Capture): Breadcrumb[] {
  const crumbs: Breadcrumb[] = [
    ...parts.actions.map((action) => ({
      timestamp: action.at / 1000,
      type: action.kind === 'navigate' ? 'navigation' : 'user',
      category: action.kind === 'navigate' ? 'navigation' : `ui.${action.kind}`,
      message: cut(action.url ?? action.target?.name ?? action.target?.css ?? '', 200),
    })),
    ...parts.network.log.entries.map(({ _at, _kind, request, response }) => ({
      timestamp: _at / 1000,
      type: 'http',
      category: _kind,
      message: cut(`${request.method} ${request.url} [${response.status}]`, 300),
    })),
    ...parts.console.map(({ at, level, args }) => ({
      timestamp: at / 1000,
      type: 'debug',
      category: 'console',
      level:
        { warn: 'warning', error: 'error', assert: 'error', debug: 'debug' }[level as string] ??
        'info',
      message: cut(args.join(' '), 300),
    })),
  ];
  return crumbs.sort((one, other) => one.timestamp - other.timestamp).slice(-MAX_BREADCRUMBS);
}

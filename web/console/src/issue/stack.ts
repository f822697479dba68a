import type { Frame, Thrown } from '@suture/wire/api';

/** Frames that stand together: one of the application, or neighbours of libraries folded into one. */
export type Group = { kind: 'frame'; frame: Frame } | { kind: 'folded'; frames: Frame[] };

/**
 * Folds the frames of libraries between those of the application. Where no frame is the
 * application's, the one that threw stays open.
 */
export function foldFrames(frames: readonly Frame[]): Group[] {
  const anyInApp = frames.some((frame) => frame.inApp);
  const groups: Group[] = [];
  for (const [index, frame] of frames.entries()) {
    const last = groups.at(-1);
    if (frame.inApp || (!anyInApp && index === 0)) groups.push({ kind: 'frame', frame });
    else if (last?.kind === 'folded') last.frames.push(frame);
    else groups.push({ kind: 'folded', frames: [frame] });
  }
  return groups;
}

/** `file:line:column`, the parts that are known. */
export function position(place: { file: string; line: number; column: number }): string {
  const file = place.file || '<unknown>';
  if (place.line <= 0) return file;
  return place.column > 0 ? `${file}:${place.line}:${place.column}` : `${file}:${place.line}`;
}

/** The chain as text: as one would paste it. */
export function stackText(thrown: readonly Thrown[]): string {
  return thrown
    .map((each, index) => {
      const head = `${index > 0 ? 'Caused by: ' : ''}${each.type}: ${each.value}`;
      const frames = each.frames.map(
        (frame) => `    at ${frame.function || '<anonymous>'} (${position(frame)})`,
      );
      return [head, ...frames].join('\n');
    })
    .join('\n');
}

/** The reasons why frames are not mapped, each once. */
export function unmappedReasons(thrown: readonly Thrown[]): string[] {
  const reasons = thrown.flatMap((each) => each.frames.map((frame) => frame.unmapped));
  return [...new Set(reasons.filter((reason): reason is string => Boolean(reason)))];
}

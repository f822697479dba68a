import { parseStack } from './stack';

/** A file's debug ID, as `debug_meta.images` of an event has it. */
export interface SourceMapImage {
  type: 'sourcemap';
  code_file: string;
  debug_id: string;
}

const UUID = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i;
const MAX_IMAGES = 200;

/**
 * Bundler plugins leave `_sentryDebugIds` on the page: stacks made in each file, each with that file's
 * debug ID. The innermost frame names the file.
 */
export function debugImages(scope: object): SourceMapImage[] {
  const ids = (scope as { _sentryDebugIds?: unknown })._sentryDebugIds;
  if (typeof ids !== 'object' || ids === null) return [];
  const images = new Map<string, string>();
  for (const [stack, id] of Object.entries(ids).slice(0, MAX_IMAGES)) {
    if (typeof id !== 'string' || !UUID.test(id)) continue;
    const file = parseStack(stack)
      .reverse()
      .find(({ filename }) => filename !== '<anonymous>')?.filename;
    if (file) images.set(file, id);
  }
  return [...images].map(([code_file, debug_id]) => ({ type: 'sourcemap', code_file, debug_id }));
}

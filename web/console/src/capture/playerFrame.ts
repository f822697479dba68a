// The player's frame and how the console talks to it. The frame is a `data:` document: its origin is
// opaque, so that whatever a recording might ever run has no cookies, no storage and no API of ours.

/** From the console to the frame. */
export type Order =
  | { kind: 'open'; events: unknown[] }
  | { kind: 'play' | 'pause'; offset: number | undefined }
  | { kind: 'config'; speed?: number; skipInactive?: boolean };

/** From the frame to the console. */
export type Told =
  | { kind: 'built' | 'finished' | 'broken' }
  | { kind: 'size'; width: number; height: number }
  | { kind: 'time'; offset: number };

/** @param script the player's own, absolute: the only thing that the frame may load */
export function playerUrl(script: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const style =
    'html,body{margin:0;overflow:hidden}.replayer-wrapper{position:relative}' +
    '.replayer-mouse{position:absolute;z-index:1;width:20px;height:20px;margin:-10px;border-radius:50%;background:#4950f680}' +
    '.replayer-mouse.active{outline:6px solid #4950f640}.replayer-mouse-tail{position:absolute;pointer-events:none}' +
    'iframe{border:0;background:#fff}';
  const page =
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<style>${style}</style><body><script src="${script}"></script>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(page)}`;
}

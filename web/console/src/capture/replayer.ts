import '@rrweb/replay/dist/style.css';

// Stands alone so that the player is loaded only where there is a recording to play.
export { Replayer } from '@rrweb/replay';

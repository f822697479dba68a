export { type Capture, type CapturedFailure, joined, type Summary } from './capture';
export { captureLink, type Dsn, DsnError, parseDsn } from './dsn';
export {
  type Envelope,
  type EnvelopeOptions,
  type Screenshot,
  toEnvelope,
  toSmallEnvelope,
} from './envelope';
export type { Failure } from './errors';
export { nativeFetch } from './natives';
export type { PageContext } from './page';
export { Recorder, type RecorderOptions } from './recorder';
export { type Sent, send, waitSeconds } from './send';
export { smallest } from './shrink';
export { VERSION } from './version';

import type { RemotePlayer } from './remotePlayer';

/** Where the player is. */
export interface Moment {
  /** On the page's clock. */
  now: number;
  playing: boolean;
  speed: number;
  skipIdle: boolean;
}

export const speeds = [0.5, 1, 2, 4, 8] as const;

/**
 * The one clock of a capture: the player drives it while it plays, the seek bar and the lists set it.
 * Without a recording it is a clock that only moves when it is set.
 */
export class Playback {
  /** Where the recording begins and ends; all times are on the page's clock. */
  readonly start: number;
  readonly end: number;
  /** What the times on screen are counted from: the first thing that is known. */
  readonly zero: number;
  private moment: Moment;
  private replayer: RemotePlayer | undefined;
  private frame = 0;
  private readonly listeners = new Set<() => void>();

  constructor({
    start,
    end,
    zero,
    now,
  }: { start: number; end: number; zero: number; now: number }) {
    this.start = start;
    this.end = Math.max(start, end);
    this.zero = Math.min(zero, start);
    this.moment = { now: this.clamp(now), playing: false, speed: 1, skipIdle: true };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Moment => this.moment;

  /** Lets a player show what the clock says; it starts at the present moment. */
  attach(replayer: RemotePlayer): void {
    this.replayer = replayer;
    replayer.setConfig({ speed: this.moment.speed, skipInactive: this.moment.skipIdle });
    replayer.listen((told) => {
      if (told.kind === 'finished') this.finished();
    });
    replayer.pause(this.offset());
  }

  detach(): void {
    cancelAnimationFrame(this.frame);
    this.replayer = undefined;
    this.set({ playing: false });
  }

  play(): void {
    if (!this.replayer || this.moment.playing) return;
    if (this.moment.now >= this.end - 50) this.set({ now: this.start });
    this.replayer.play(this.offset());
    this.set({ playing: true });
    this.frame = requestAnimationFrame(this.tick);
  }

  pause(): void {
    cancelAnimationFrame(this.frame);
    this.replayer?.pause();
    this.set({ playing: false });
  }

  toggle(): void {
    if (this.moment.playing) this.pause();
    else this.play();
  }

  seek(at: number): void {
    this.set({ now: this.clamp(at) });
    if (this.moment.playing) this.replayer?.play(this.offset());
    else this.replayer?.pause(this.offset());
  }

  setSpeed(speed: number): void {
    this.replayer?.setConfig({ speed });
    this.set({ speed });
  }

  setSkipIdle(skipIdle: boolean): void {
    this.replayer?.setConfig({ skipInactive: skipIdle });
    this.set({ skipIdle });
  }

  private readonly tick = (): void => {
    if (!this.replayer || !this.moment.playing) return;
    this.set({ now: this.clamp(this.start + this.replayer.getCurrentTime()) });
    this.frame = requestAnimationFrame(this.tick);
  };

  private finished(): void {
    cancelAnimationFrame(this.frame);
    if (this.moment.playing) this.set({ playing: false, now: this.end });
  }

  private offset(): number {
    return this.moment.now - this.start;
  }

  private clamp(at: number): number {
    return Math.min(Math.max(at, this.start), this.end);
  }

  private set(change: Partial<Moment>): void {
    this.moment = { ...this.moment, ...change };
    for (const listener of this.listeners) listener();
  }
}

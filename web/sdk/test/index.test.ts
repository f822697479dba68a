import { afterEach, describe, expect, it, vi } from 'vitest';
import { close, init, report } from '../src/index';

describe('Suture', () => {
  afterEach(close);

  it('tells a wrong DSN on the console and leaves the page alone', () => {
    const { fetch } = window;
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    init({ dsn: 'suture.example.com' });
    expect(said.mock.calls[0]?.[0]).toMatch(/^Suture does not record: The DSN is no URL\./);
    expect(window.fetch).toBe(fetch);
    said.mockRestore();
  });

  it('says what to do when a report is asked for before init', async () => {
    await expect(report()).rejects.toThrow('call Suture.init({ dsn }) first');
  });

  it('starts once, and puts everything back', () => {
    const before = [window.fetch, console.log, XMLHttpRequest.prototype.send];
    init({ dsn: 'https://key0@suture.example.com/1' });
    const recording = window.fetch;
    init({ dsn: 'https://key0@suture.example.com/2' });
    expect(window.fetch).toBe(recording);
    expect(recording).not.toBe(before[0]);
    expect(recording.name).toBe('fetch');
    close();
    expect([window.fetch, console.log, XMLHttpRequest.prototype.send]).toEqual(before);
    expect(window.fetch).toBe(before[0]);
  });
});

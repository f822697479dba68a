import { parseDsn } from '@suture/recorder';
import { browser } from 'wxt/browser';
import { element } from './page';

/** The remembered DSN, or the one that was packed with the extension. */
export async function storedDsn(): Promise<string> {
  const { dsn } = await browser.storage.local.get('dsn');
  if (typeof dsn === 'string' && dsn) return dsn;
  return packedDsn();
}

/** `suture.json` at the extension's root, for a team that hands the extension out ready to use. */
async function packedDsn(): Promise<string> {
  try {
    const answer = await fetch(browser.runtime.getURL('/suture.json' as '/'));
    const { dsn } = (await answer.json()) as { dsn?: unknown };
    return typeof dsn === 'string' ? dsn : '';
  } catch {
    return '';
  }
}

export function settingsForm(onSaved: (dsn: string) => void): (dsn: string) => void {
  const form = element<HTMLFormElement>('settings');
  const field = element<HTMLInputElement>('dsn');
  const token = element<HTMLInputElement>('token');
  const error = element('dsn-error');
  const opener = element('settings-open');
  const open = (show: boolean) => {
    form.hidden = !show;
    opener.setAttribute('aria-expanded', String(show));
    if (show) field.focus();
  };
  opener.addEventListener('click', () => open(form.hidden));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const { text } = parseDsn(field.value);
      await browser.storage.local.set({ dsn: text, token: token.value.trim() });
      error.textContent = '';
      field.removeAttribute('aria-invalid');
      open(false);
      onSaved(text);
    } catch (problem) {
      error.textContent = problem instanceof Error ? problem.message : String(problem);
      field.setAttribute('aria-invalid', 'true');
      field.focus();
    }
  });
  browser.storage.local.get('token').then((kept) => {
    if (typeof kept.token === 'string') token.value = kept.token;
  });
  return (dsn) => {
    field.value = dsn;
    open(dsn === '');
  };
}

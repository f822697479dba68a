import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CaseError, FAULTS } from './case.mjs';

const { chromium } = createRequire(join(FAULTS, '../../../web/package.json'))('playwright');
const WORDS = /"[^"]*"|\S+/g;
const PATIENCE = 5_000;

export function launch(port) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP *.example 127.0.0.1:${port}`],
  });
}

/** Does what the person did; a step is a word and its arguments, quoted where they have spaces. */
export async function drive(browser, app, steps) {
  const lines = steps.map(words);
  const options = { viewport: { width: 900, height: 700 }, timezoneId: 'UTC', locale: 'en-US' };
  for (const [word, value] of lines) {
    if (word === 'locale') options.locale = value;
    if (word === 'timezone') options.timezoneId = value;
  }
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  for (const [word, name, value] of lines) {
    if (word === 'stored') await context.addInitScript(remember, [name, value]);
  }
  try {
    await page.goto(`http://${app.host}${lines.find(([word]) => word === 'open')?.[1] ?? '/'}`);
    for (const line of lines) await act(page, line);
  } catch (error) {
    return { context, broke: new CaseError(error.message.split('\n').slice(0, 4).join(' ')) };
  }
  return { context };
}

/** What is stored is taken as it stands. */
function words(step) {
  const stored = /^(stored) (\S+) (.*)$/.exec(step);
  if (stored) return stored.slice(1);
  return step.match(WORDS).map((word) => word.replace(/^"|"$/g, ''));
}

function remember([name, value]) {
  if (sessionStorage.getItem('remembered')?.includes(name)) return;
  localStorage.setItem(name, value);
  sessionStorage.setItem('remembered', `${sessionStorage.getItem('remembered') ?? ''} ${name}`);
}

async function act(page, [word, first, second]) {
  switch (word) {
    case 'open':
    case 'locale':
    case 'timezone':
    case 'stored':
      return;
    case 'click':
      await page.getByRole('button', { name: first, exact: true }).first().click();
      return;
    case 'dblclick':
      await page.getByRole('button', { name: first, exact: true }).first().dblclick();
      return;
    case 'follow':
      await page.getByRole('link', { name: first, exact: true }).first().click();
      return;
    case 'press':
      await page.locator(first).first().click();
      return;
    case 'check':
      await page.getByLabel(first, { exact: true }).first().click();
      return;
    case 'fill':
      await page.getByLabel(first, { exact: true }).first().fill(second);
      return;
    case 'choose':
      await page.getByLabel(first, { exact: true }).first().selectOption(second);
      return;
    case 'key':
      await page.keyboard.press(first);
      return;
    case 'see':
      await page.getByText(first).first().waitFor();
      return;
    case 'wait':
      await page.waitForTimeout(Number(first));
      return;
    case 'back':
      await page.goBack();
      return;
    case 'reload':
      await page.reload();
      return;
    default:
      throw new CaseError(`what step is "${word}"?`);
  }
}

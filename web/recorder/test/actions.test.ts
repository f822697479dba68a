import { beforeEach, describe, expect, it } from 'vitest';
import { chosen, clickAction, keyName } from '../src/actions';
import { cssPath } from '../src/csspath';
import { fieldValue, isOpen } from '../src/field';
import { locate } from '../src/target';

const find = (selector: string) => document.querySelector(selector) as HTMLElement;

function clicked(element: Element) {
  let action: ReturnType<typeof clickAction> | undefined;
  const listen = (event: Event) => {
    action = clickAction(event as MouseEvent);
  };
  window.addEventListener('click', listen, { capture: true, once: true });
  element.dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, clientX: 3, clientY: 4 }),
  );
  return action;
}

describe('a click', () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <main><ul>
        <li><button data-testid="pay" aria-label="Pay now"><b><i>Check</i>out</b></button></li>
        <li><a href="/x">Terms and conditions</a></li>
        <li><button class="css-1a2b3c primary">Delete</button></li>
        <li><button class="css-9z8y7x primary">Delete</button></li>
      </ul>
      <label>E-mail <input id="mail" value="typed@example.test"></label>
      <div id="wrap">Hello <input value="typed too"></div>
      <div id="free" contenteditable="true">my secret diary</div>
      <shop-cart></shop-cart></main>`;
  });

  it('on an icon in a button is a click on the button', () => {
    expect(clicked(find('i'))).toMatchObject({
      kind: 'click',
      x: 3,
      y: 4,
      target: { testId: 'pay', role: 'button', name: 'Pay now', text: 'Checkout', tag: 'button' },
    });
  });

  it('goes through open shadow roots', () => {
    const root = find('shop-cart').attachShadow({ mode: 'open' });
    root.innerHTML = '<section><button name="go"><span>Go</span></button></section>';
    const target = clicked(root.querySelector('span') as Element)?.target;
    expect(target).toMatchObject({
      role: 'button',
      name: 'Go',
      css: 'shop-cart >>> button[name="go"]',
    });
  });

  it('never tells what was typed', () => {
    for (const selector of ['#mail', '#wrap', '#free', 'label']) {
      expect(JSON.stringify(locate(find(selector)))).not.toMatch(/typed|secret/);
    }
    expect(locate(find('#mail'))).toMatchObject({
      role: 'textbox',
      name: 'E-mail',
      label: 'E-mail',
    });
  });

  it('gets a path that finds this element alone, without names that a build makes up', () => {
    const buttons = [...document.querySelectorAll('button.primary')];
    const paths = buttons.map(cssPath);
    expect(paths.join()).not.toContain('css-');
    expect(paths.map((path) => document.querySelector(path))).toEqual(buttons);
    for (const element of document.body.querySelectorAll('*')) {
      expect(document.querySelectorAll(cssPath(element))).toHaveLength(1);
    }
  });
});

describe('a field', () => {
  const field = (html: string) => {
    document.body.innerHTML = html;
    return find('input,textarea,select');
  };

  it.each([
    ['<input value="x">', false],
    ['<textarea>x</textarea>', false],
    ['<input value="x" data-suture-unmask>', true],
    ['<div data-suture-unmask><input value="x"></div>', true],
    ['<div data-suture-unmask><input type="password" value="x"></div>', false],
    ['<div data-suture-unmask><input name="api_key" value="x"></div>', false],
    ['<input data-suture-unmask autocomplete="cc-number" value="4">', false],
    ['<input value="12">', true],
    ['<input value="1234">', false],
    ['<input maxlength="1" value="7">', false],
    ['<input name="cvv" value="123">', false],
    ['<input type="date" value="2026-01-31">', true],
    ['<input type="date" name="birthday" value="1980-01-31">', false],
    ['<input type="range" value="50">', true],
    ['<input type="tel" value="12">', false],
  ])('%s is open: %s', (html, open) => {
    const element = field(html);
    expect(isOpen(element, fieldValue(element))).toBe(open);
  });
});

describe('keyName', () => {
  it.each<[KeyboardEventInit, string | undefined]>([
    [{ key: 'Enter' }, 'Enter'],
    [{ key: 'Tab', shiftKey: true }, 'Shift+Tab'],
    [{ key: 's', ctrlKey: true }, 'Control+S'],
    [{ key: 'k', metaKey: true }, 'Meta+K'],
    [{ key: 'a' }, undefined],
    [{ key: 'A', shiftKey: true }, undefined],
    [{ key: 'Shift', shiftKey: true }, undefined],
    [{ key: '@', ctrlKey: true, altKey: true }, undefined],
    [{ key: '€', modifierAltGraph: true, ctrlKey: true }, undefined],
    [{ key: 'ArrowDown', repeat: true }, undefined],
  ])('of %j is %s', (init, name) => {
    expect(keyName(new KeyboardEvent('keydown', init))).toBe(name);
  });
});

describe('chosen', () => {
  it.each<[string, object | undefined]>([
    ['<input type="checkbox" checked>', { kind: 'check', checked: true }],
    ['<input type="radio">', { kind: 'check', checked: false }],
    [
      '<select><option value="s">S<option value="m" selected>M</select>',
      { kind: 'select', values: ['m'] },
    ],
    ['<input type="file">', { kind: 'file', files: [] }],
    ['<input>', undefined],
  ])('of %s', (html, choice) => {
    document.body.innerHTML = html;
    expect(chosen(find('input,select'))).toEqual(choice);
  });
});

describe('locators', () => {
  const ranked = (selector: string) => locate(find(selector)).locators;

  it('are ranked, and say whether they were unique', () => {
    document.body.innerHTML = `
      <button data-testid="pay" aria-label="Pay now">Checkout</button>
      <button id="one">Remove</button><button id="two">Remove</button>`;
    expect(ranked('[data-testid=pay]')).toEqual([
      { by: 'testId', value: 'pay', attribute: 'data-testid', unique: true },
      { by: 'role', value: 'Pay now', role: 'button', unique: true },
      { by: 'text', value: 'Checkout', unique: true },
      { by: 'css', value: 'button[data-testid="pay"]', unique: true },
    ]);
    expect(ranked('#two')).toEqual([
      { by: 'role', value: 'Remove', role: 'button', unique: false, matches: 2, index: 1 },
      { by: 'text', value: 'Remove', unique: false, matches: 2, index: 1 },
      { by: 'css', value: '#two', unique: true },
    ]);
  });

  it('of a field are its label, and its role with the name', () => {
    document.body.innerHTML = '<label>Size <input placeholder="in cm"></label>';
    expect(ranked('input')).toEqual([
      { by: 'role', value: 'Size', role: 'textbox', unique: true },
      { by: 'label', value: 'Size', unique: true },
      { by: 'css', value: 'input', unique: true },
    ]);
    expect(locate(find('input')).type).toBe('text');
  });

  it('of an element in a frame name the frame', () => {
    document.body.innerHTML = '<iframe name="inner"></iframe>';
    const inside = (find('iframe') as HTMLIFrameElement).contentDocument as Document;
    inside.body.innerHTML = '<a href="/">Home</a>';
    expect(locate(inside.querySelector('a') as Element)).toMatchObject({
      role: 'link',
      frames: ['iframe[name="inner"]'],
    });
  });
});

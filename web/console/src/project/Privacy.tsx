import type { Project, Scrubbing, ScrubbingRule } from '@suture/wire/api';
import { LinesField, SwitchField } from './Field';
import { PersonData } from './PersonData';
import { ScrubbingTrial } from './ScrubbingTrial';
import { SettingsForm } from './SettingsForm';

const whats: readonly [string, string][] = [
  ['anything', 'the whole value'],
  ['pattern', 'a pattern'],
  ['creditCard', 'credit cards'],
  ['iban', 'IBANs'],
  ['email', 'e-mail addresses'],
  ['ip', 'IP addresses'],
  ['ssn', 'social security numbers'],
  ['bearer', 'access tokens'],
  ['secret', 'secrets by name'],
  ['privateKey', 'private keys'],
  ['urlLogin', 'logins in URLs'],
  ['userPath', 'user names in paths'],
  ['mac', 'MAC addresses'],
  ['imei', 'IMEIs'],
  ['uuid', 'UUIDs'],
];
const methods: readonly ScrubbingRule['method'][] = ['replace', 'remove', 'mask', 'hash'];

export function Privacy({ project }: { project: Project }) {
  return (
    <>
      <SettingsForm
        project={project}
        section="scrubbing"
        title="Scrubbing"
        below={(draft) => <ScrubbingTrial slug={project.slug} scrubbing={draft} />}
      >
        {(draft, set) => (
          <>
            <p className="muted">
              Applied before anything of an event is mapped, grouped or kept. What was taken out is
              gone for good; its place says what it was.
            </p>
            <SwitchField
              label="The usual rules"
              hint="Credit cards, IBANs, e-mail and IP addresses in texts, tokens, private keys, passwords and secrets by the name of their field, logins in URLs, user names in paths."
              checked={draft.defaults}
              onChange={(defaults) => set({ ...draft, defaults })}
            />
            <SwitchField
              label="Keep IP addresses of users"
              hint="Off unless you need them: the address is personal data."
              checked={draft.keepAddresses}
              onChange={(keepAddresses) => set({ ...draft, keepAddresses })}
            />
            <LinesField
              label="Further secret fields"
              hint="Parts of names, one a line; the value of such a field is taken out whole."
              placeholder="customer_no"
              value={draft.sensitiveFields.join('\n')}
              onChange={(text) => set({ ...draft, sensitiveFields: lines(text) })}
            />
            <LinesField
              label="Safe fields"
              hint="Selectors, one a line, of what no rule touches."
              placeholder="extra.order_number"
              value={draft.safeFields.join('\n')}
              onChange={(text) => set({ ...draft, safeFields: lines(text) })}
            />
            <Rules draft={draft} set={set} />
          </>
        )}
      </SettingsForm>
      <PersonData project={project} />
    </>
  );
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function Rules({ draft, set }: { draft: Scrubbing; set: (draft: Scrubbing) => void }) {
  const put = (at: number, rule: ScrubbingRule) =>
    set({ ...draft, rules: draft.rules.map((each, index) => (index === at ? rule : each)) });
  const added: ScrubbingRule = {
    selector: '$string',
    what: 'pattern',
    pattern: '',
    method: 'replace',
    text: '',
  };
  return (
    <fieldset className="fieldset">
      <legend>Rules of this project</legend>
      {draft.rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
        <div className="limit" key={at}>
          <span className="select">
            <select
              aria-label="Method"
              value={rule.method}
              onChange={(event) =>
                put(at, { ...rule, method: event.target.value as ScrubbingRule['method'] })
              }
            >
              {methods.map((method) => (
                <option key={method}>{method}</option>
              ))}
            </select>
          </span>
          <span className="select">
            <select
              aria-label="What"
              value={rule.what}
              onChange={(event) => put(at, { ...rule, what: event.target.value, pattern: '' })}
            >
              {whats.map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </span>
          {rule.what === 'pattern' && (
            <input
              className="input mono rule-pattern"
              aria-label="Regular expression"
              placeholder="ORD-[0-9]+"
              value={rule.pattern}
              onChange={(event) => put(at, { ...rule, pattern: event.target.value })}
              required
            />
          )}
          <span>in</span>
          <input
            className="input mono rule-selector"
            aria-label="Selector"
            value={rule.selector}
            onChange={(event) => put(at, { ...rule, selector: event.target.value })}
            required
          />
          {rule.method === 'replace' && (
            <input
              className="input mono rule-text"
              aria-label="Replacement"
              placeholder="[removed: …]"
              value={rule.text}
              onChange={(event) => put(at, { ...rule, text: event.target.value })}
            />
          )}
          <button
            type="button"
            className="button button-quiet"
            onClick={() => set({ ...draft, rules: draft.rules.filter((_, i) => i !== at) })}
          >
            Remove
          </button>
        </div>
      ))}
      <div className="save-row">
        <button
          type="button"
          className="button"
          onClick={() => set({ ...draft, rules: [...draft.rules, added] })}
        >
          Add a rule
        </button>
        <span className="field-hint">
          Selectors: <code>$user.**</code>, <code>extra.'my key'</code>, <code>$string</code>,{' '}
          <code>capture.network.**</code>, <code>$attachments.'*.log'</code>.
        </span>
      </div>
    </fieldset>
  );
}

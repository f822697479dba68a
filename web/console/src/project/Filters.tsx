import type { Filters as FilterSettings, LegacyBrowser, Project } from '@suture/wire/api';
import { LinesField, SwitchField } from './Field';
import { SettingsForm } from './SettingsForm';

const switches: readonly [keyof FilterSettings, string, string][] = [
  ['webCrawlers', 'Web crawlers', 'Search engines, previews and scanners, by their user agent.'],
  ['healthChecks', 'Health checks', 'Load balancers, Kubernetes and uptime monitors.'],
  [
    'browserExtensions',
    'Browser extensions',
    'Errors that an extension caused: by its message, or by the file of the call that threw.',
  ],
  ['localhost', 'Local machines', 'Pages on localhost, 127.0.0.1 and file: addresses.'],
  [
    'noise',
    'Browser noise',
    'Messages that nobody can mend: ResizeObserver loops, “Script error.” without a stack.',
  ],
];

const browsers: readonly [LegacyBrowser, string][] = [
  ['ie8', 'Internet Explorer 8 and older'],
  ['ie9', 'Internet Explorer 9'],
  ['ie10', 'Internet Explorer 10'],
  ['ie11', 'Internet Explorer 11'],
  ['edge78', 'Edge 78 and older'],
  ['safari5', 'Safari 5 and older'],
  ['opera14', 'Opera 14 and older'],
  ['operaMini34', 'Opera Mini 34 and older'],
  ['android3', 'Android browser 3 and older'],
  ['chrome62', 'Chrome 62 and older'],
  ['firefox66', 'Firefox 66 and older'],
];

type ListName = 'messages' | 'releases' | 'addresses' | 'cspOrigins';

const lists: readonly [ListName, string, string, string][] = [
  [
    'messages',
    'Error messages',
    'One pattern a line; * stands for any text, ? for one character. Asked of the message and of “Type: value”.',
    '*ChunkLoadError*',
  ],
  ['releases', 'Releases', 'One pattern a line.', 'shop@0.*'],
  ['addresses', 'Senders', 'IP addresses or networks, one a line.', '10.1.0.0/16'],
  [
    'cspOrigins',
    'Content security policy',
    'What a policy blocked or where: one pattern a line.',
    'https://ads.example/*',
  ],
];

export function Filters({ project }: { project: Project }) {
  return (
    <SettingsForm project={project} section="filters" title="Inbound filters">
      {(draft, set) => (
        <>
          <p className="muted">
            What a filter takes is counted under its reason in the outcomes and not kept.
          </p>
          {switches.map(([name, label, hint]) => (
            <SwitchField
              key={name}
              label={label}
              hint={hint}
              checked={draft[name] === true}
              onChange={(on) => set({ ...draft, [name]: on })}
            />
          ))}
          <fieldset className="fieldset">
            <legend>Old browsers</legend>
            <div className="check-grid">
              {browsers.map(([name, label]) => (
                <label className="check" key={name}>
                  <input
                    type="checkbox"
                    checked={draft.legacyBrowsers.includes(name)}
                    onChange={() => set({ ...draft, legacyBrowsers: flip(draft, name) })}
                  />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
          {lists.map(([name, label, hint, placeholder]) => (
            <ListField
              key={name}
              label={label}
              hint={hint}
              placeholder={placeholder}
              list={draft[name]}
              onChange={(list) => set({ ...draft, [name]: list })}
            />
          ))}
        </>
      )}
    </SettingsForm>
  );
}

function flip({ legacyBrowsers }: FilterSettings, name: LegacyBrowser): LegacyBrowser[] {
  return legacyBrowsers.includes(name)
    ? legacyBrowsers.filter((each) => each !== name)
    : [...legacyBrowsers, name];
}

interface ListFieldProps {
  label: string;
  hint: string;
  placeholder: string;
  list: readonly string[];
  onChange: (list: string[]) => void;
}

function ListField({ label, hint, placeholder, list, onChange }: ListFieldProps) {
  return (
    <LinesField
      label={label}
      hint={hint}
      placeholder={placeholder}
      value={list.join('\n')}
      onChange={(text) => onChange(text === '' ? [] : text.split('\n'))}
    />
  );
}

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { ApiError } from '../api/client';
import { Icon } from '../ui/Icon';
import { complete, type Suggestion, spotAt } from './completion';
import { useSuggestions } from './useSuggestions';

interface SearchBarProps {
  query: string;
  project: string | undefined;
  label: string;
  /** Why the server could not read the query. */
  error: unknown;
  onSearch: (query: string) => void;
}

/** The field for a query: it completes names and values, and shows a mistake where it stands. */
export function SearchBar({ query, project, label, error, onSearch }: SearchBarProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const [known, setKnown] = useState(query);
  const [caret, setCaret] = useState(-1);
  const [place, setPlace] = useState<number>();
  const [marked, setMarked] = useState(-1);
  if (known !== query) {
    setKnown(query);
    setText(query);
  }
  const open = caret >= 0;
  const spot = open ? spotAt(text, caret) : undefined;
  const suggestions = useSuggestions(spot, project);
  const shown = open ? suggestions : [];

  useLayoutEffect(() => {
    if (place === undefined) return;
    field.current?.setSelectionRange(place, place);
    setPlace(undefined);
  }, [place]);

  const close = () => {
    setCaret(-1);
    setMarked(-1);
  };
  const search = (wanted: string) => {
    close();
    onSearch(wanted.trim());
  };
  const take = (suggestion: Suggestion) => {
    if (!spot) return;
    const done = complete(text, spot, suggestion);
    setText(done.query);
    setPlace(done.caret);
    setMarked(-1);
    setCaret(done.caret);
    field.current?.focus();
    if (!suggestion.open) onSearch(done.query.trim());
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = shown[marked];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const by = event.key === 'ArrowDown' ? 1 : -1;
        if (!open) setCaret(event.currentTarget.selectionStart ?? text.length);
        else setMarked(((marked + by + 1 + shown.length + 1) % (shown.length + 1)) - 1);
        break;
      }
      case 'Tab': {
        const first = chosen ?? shown[0];
        const written = spot && spot.to > spot.from;
        if (!first || event.shiftKey || (!chosen && !written)) {
          close();
          break;
        }
        event.preventDefault();
        take(first);
        break;
      }
      case 'Enter':
        event.preventDefault();
        if (chosen) take(chosen);
        else search(text);
        break;
      case 'Escape':
        event.preventDefault();
        if (shown.length > 0) close();
        else field.current?.blur();
        break;
    }
  };
  const problem = error instanceof ApiError && error.at ? error : undefined;

  return (
    <div className="search">
      <div className="search-field">
        <Icon name="search" size={15} />
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={label}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-invalid={problem !== undefined}
          aria-errormessage={problem && `${id}-problem`}
          aria-activedescendant={marked >= 0 ? `${id}-${marked}` : undefined}
          placeholder="Search: is:unresolved release:1.2.* browser:Safari text"
          value={text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => {
            setText(event.target.value);
            setCaret(event.target.selectionStart ?? event.target.value.length);
            setMarked(-1);
          }}
          onSelect={(event) => {
            if (open) setCaret(event.currentTarget.selectionStart ?? text.length);
          }}
          onClick={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
          onFocus={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
          onBlur={close}
          onKeyDown={press}
        />
        {text === '' ? (
          <span className="search-key" aria-hidden="true">
            /
          </span>
        ) : (
          <button
            type="button"
            className="icon-button search-clear"
            aria-label="Clear the search"
            onClick={() => search('')}
          >
            <Icon name="close" size={14} />
          </button>
        )}
        {shown.length > 0 && (
          <div className="suggestions" id={`${id}-list`} role="listbox" aria-label="Suggestions">
            {shown.map((suggestion, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              <div
                key={suggestion.label}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === marked}
                className="suggestion"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(suggestion)}
              >
                <code>{suggestion.label}</code>
                <span>{suggestion.hint}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      {problem?.at && text === query && (
        <div className="search-problem" role="alert" id={`${id}-problem`}>
          <code>
            {query.slice(0, problem.at.from)}
            <mark>{query.slice(problem.at.from, problem.at.to) || ' '}</mark>
            {query.slice(problem.at.to)}
          </code>
          <p>
            <strong>{problem.message}</strong> {problem.remedy}
          </p>
        </div>
      )}
    </div>
  );
}

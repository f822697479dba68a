import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './Icon';

export interface MenuItem {
  label: string;
  /** What it means, in small under the label. */
  note?: string;
  onChoose: () => void;
  danger?: boolean;
}

interface SplitButtonProps {
  label: string;
  icon: IconName;
  onPress: () => void;
  /** Accessible name of the arrow: `More ways to resolve`. */
  more: string;
  items: readonly MenuItem[];
  disabled?: boolean;
  title?: string;
}

/** A button for the usual, with the other ways behind an arrow. */
export function SplitButton(props: SplitButtonProps) {
  const { label, icon, onPress, more, items, disabled = false, title } = props;
  return (
    <div className="split">
      <button type="button" className="button" disabled={disabled} title={title} onClick={onPress}>
        <Icon name={icon} size={15} />
        {label}
      </button>
      <Menu label={more} items={items} disabled={disabled} className="button split-more">
        <Icon name="down" size={14} />
      </Menu>
    </div>
  );
}

interface MenuProps {
  /** Accessible name of the button. */
  label: string;
  items: readonly MenuItem[];
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}

/** A button that opens a list of things to do; arrows move, Escape and a press beside close. */
export function Menu({
  label,
  items,
  disabled = false,
  className = 'button',
  children,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    whole.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const press = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [open]);

  const move = (event: KeyboardEvent) => {
    const all = [...(whole.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      setOpen(false);
      button.current?.focus();
    }
  };

  return (
    <div className="menu" ref={whole}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div className="menu-list" role="menu" id={id} aria-label={label} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={item.danger ? 'menu-item menu-danger' : 'menu-item'}
              onClick={() => {
                setOpen(false);
                item.onChoose();
              }}
            >
              {item.label}
              {item.note && <small>{item.note}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

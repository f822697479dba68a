import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate } from './location';

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string;
  /** Changes the address without a new step and without scrolling to the top. */
  replace?: boolean;
}

/** A link within the console; a modified click opens a tab as everywhere. */
export function Link({ to, replace = false, onClick, ...rest }: LinkProps) {
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    navigate(to, { replace });
  };
  return <a href={to} onClick={go} {...rest} />;
}

import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { Icon } from './Icon';

interface NoticeProps {
  tone: 'info' | 'warning' | 'danger';
  title: string;
  children?: ReactNode;
}

/** A message with its place in the page. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={tone === 'info' ? 'follow' : 'warning'} size={18} />
      <div>
        <strong>{title}</strong>
        {children && <div className="notice-body">{children}</div>}
      </div>
    </div>
  );
}

/** What went wrong and what to do, in the server's words where it answered. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const message = error instanceof Error ? error.message : 'Something went wrong on this page.';
  return (
    <Notice tone="danger" title={message}>
      {error instanceof ApiError && error.remedy && <p>{error.remedy}</p>}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </Notice>
  );
}

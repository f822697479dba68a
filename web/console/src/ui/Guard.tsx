import { Component, type ReactNode } from 'react';
import { Notice } from './Notice';

interface GuardProps {
  /** What the panel holds: `The recording`. */
  what: string;
  children: ReactNode;
}

/** Keeps a panel that fails from taking the page with it. */
export class Guard extends Component<GuardProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice tone="warning" title={`${this.props.what} could not be shown.`}>
        <p>What was captured may be damaged; the rest of the page is not affected.</p>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
          Try again
        </button>
      </Notice>
    );
  }
}

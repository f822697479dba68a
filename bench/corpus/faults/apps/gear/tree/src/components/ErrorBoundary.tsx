import { Component, type ErrorInfo, type ReactNode } from 'react';

interface State {
  error: Error | null;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  componentDidCatch(error: Error, { componentStack }: ErrorInfo) {
    console.warn(componentStack);
    reportError(error);
  }

  render() {
    if (!this.state.error) return this.props.children;
    return <p role="alert">This page broke. The others still work.</p>;
  }
}

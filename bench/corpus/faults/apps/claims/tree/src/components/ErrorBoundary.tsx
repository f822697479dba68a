import { Component, type ReactNode } from "react";

interface Props {
  children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  componentDidCatch(error: unknown) {
    window.reportError(error);
  }

  render() {
    if (this.state.failed) return <p role="alert">Something went wrong. Please reload the page.</p>;
    return this.props.children;
  }
}

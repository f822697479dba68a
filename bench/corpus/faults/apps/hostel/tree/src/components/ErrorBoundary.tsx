import { Component, type ErrorInfo, type ReactNode } from "react";

interface Props {
  children: ReactNode;
}

interface State {
  failed: boolean;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error("page failed", info.componentStack);
    reportError(error);
  }

  override render() {
    if (this.state.failed) return <p role="alert">This page does not work right now.</p>;
    return this.props.children;
  }
}

import React from 'react';

export default class ErrorBoundary extends React.Component {
    state = { failed: false };

    static getDerivedStateFromError() {
        return { failed: true };
    }

    componentDidCatch(error) {
        window.reportError(error);
    }

    render() {
        return this.state.failed ? <p>Something is wrong with this page</p> : this.props.children;
    }
}

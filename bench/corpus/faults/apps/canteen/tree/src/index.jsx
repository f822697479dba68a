import React from 'react';
import { createRoot } from 'react-dom/client';
import App from './App';
import ErrorBoundary from './widgets/ErrorBoundary';

createRoot(document.getElementById('app')).render(
    <ErrorBoundary>
        <App />
    </ErrorBoundary>
);

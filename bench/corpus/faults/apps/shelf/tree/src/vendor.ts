export { createElement } from 'react';
export { createRoot } from 'react-dom/client';
export { jsx } from 'react/jsx-runtime';

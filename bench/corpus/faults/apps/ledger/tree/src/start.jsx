import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BooksProvider } from './books.jsx';
import { Frame } from './frame.jsx';

createRoot(document.getElementById('ledger')).render(
  <StrictMode>
    <BooksProvider>
      <Frame />
    </BooksProvider>
  </StrictMode>,
);

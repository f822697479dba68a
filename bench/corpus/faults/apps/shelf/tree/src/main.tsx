import { createRoot } from 'react-dom/client';
import { App } from './App';
import { visited } from './api';

visited(location.pathname);
createRoot(document.querySelector('#root')!).render(<App />);

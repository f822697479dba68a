import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './style.css';

const root = document.getElementById('shop');
if (!root) throw new Error('index.html has no element with the id "shop"');
createRoot(root).render(<App />);

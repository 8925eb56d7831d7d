import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import '@utrecht/component-library-css/dist/index.css';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openSession } from './session/session.ts';

const place = document.getElementById('kring');
if (!place) throw new Error('The page has no place to draw in.');
const session = await openSession();
createRoot(place).render(<StrictMode><App session={session} /></StrictMode>);

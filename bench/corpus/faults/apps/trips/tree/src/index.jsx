import { render } from 'preact';
import { Shell } from './shell.jsx';

render(<Shell />, document.getElementById('app'));

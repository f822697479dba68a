import { render } from 'preact';
import { fleet } from './fleet/Fleet';
import { http } from './net/Http';
import { Desk } from './views/Desk';
import { Anemometer } from './wind';

render(<Desk />, document.getElementById('desk')!);
void fleet.load();
new Anemometer(document.getElementById('wind')!, http).start(600);

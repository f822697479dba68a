import { escape, on } from '../lib/dom.js';
import { store } from '../state.js';

export function pointsToGo({ points, tier }) {
  return Math.max(tier.next - points, 0);
}

export function memberView(page) {
  page.innerHTML = `
    <h1>Membership</h1>
    <p class="who"></p>
    <button type="button" class="progress">How many points to go</button>
    <p class="answer"></p>`;

  on(page, 'click', '.progress', () => {
    const { member } = store.get();
    page.querySelector('.answer').textContent = member
      ? `${pointsToGo(member)} points to go`
      : 'Your points are not known now';
  });

  return store.subscribe(({ member }) => {
    page.querySelector('.who').innerHTML = member ? escape(`${member.name}, ${member.tier.name}`) : 'Welcome';
  });
}

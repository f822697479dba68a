import { Component } from 'preact';
import { graph } from './graphql.js';
import { PLACES } from './queries.js';

export class Places extends Component {
  state = { found: [], best: '' };
  turn = 0;

  look = async ({ currentTarget: { value: text } }) => {
    const mine = ++this.turn;
    if (!text) return;
    const { places } = await graph('Places', PLACES, { text }).catch(() => ({ places: [] }));
    if (mine !== this.turn) return;
    this.setState({ found: places ?? [] });
  };

  best = () => {
    const [place] = this.state.found;
    this.setState({ best: place ? `${place.name}, ${place.region?.label.toUpperCase() ?? 'anywhere'}` : 'none' });
  };

  render(_, { found, best }) {
    return (
      <section>
        <label>
          Where <input onInput={this.look} />
        </label>
        <button onClick={this.best}>Best place</button>
        <p>{best}</p>
        <ul>{found.map((place) => <li key={place.name}>{place.name}</li>)}</ul>
      </section>
    );
  }
}

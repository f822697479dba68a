import { Component } from 'preact';
import { Me } from './me.jsx';
import { Places } from './places.jsx';
import { Trip } from './trip.jsx';
import { TripList } from './triplist.jsx';

export class Shell extends Component {
  state = { at: 'trips', id: null, seats: '' };

  componentDidMount() {
    const ask = async () => {
      const answer = await fetch('/status').catch(() => null);
      const status = answer?.ok ? await answer.json() : null;
      if (status) this.setState({ seats: `${status.open} open` });
    };
    this.timer = setInterval(ask, 550);
  }

  componentWillUnmount() {
    clearInterval(this.timer);
  }

  go = (at, id = null) => this.setState({ at, id });

  render(_, { at, id, seats }) {
    return (
      <div>
        <h1>Trips</h1>
        <small>{seats}</small>
        <nav>
          <button onClick={() => this.go('trips')}>All trips</button>
          <button onClick={() => this.go('places')}>Places</button>
          <button onClick={() => this.go('me')}>Me</button>
        </nav>
        {at === 'trips' && <TripList open={(trip) => this.go('trip', trip)} />}
        {at === 'trip' && <Trip key={id} id={id} />}
        {at === 'places' && <Places />}
        {at === 'me' && <Me />}
      </div>
    );
  }
}

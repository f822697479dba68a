import { Component } from 'react';
import { load } from '../client.js';

export class Budget extends Component {
  state = { budget: null, note: '' };

  componentDidMount() {
    load('/budget').then(
      (budget) => this.setState({ budget }),
      () => this.setState({ note: 'There is no budget now' }),
    );
  }

  spent = () => {
    const { lines = [] } = this.state.budget ?? {};
    const share = lines.map(({ label, plan, actual }) => `${label} ${plan ? Math.round((100 * actual) / plan.cents) : 0} %`);
    this.setState({ note: share.join(', ') });
  };

  approved = () => {
    const by = this.state.budget?.approval?.by;
    this.setState({ note: by ? `Approved by ${by.map((one) => one.initials).join('')}` : 'Not approved' });
  };

  focus = () => {
    const line = document.querySelector('.budget-note');
    if (line) line.scrollIntoView();
    this.setState({ note: 'Here' });
  };

  render() {
    const { budget, note } = this.state;
    return (
      <section>
        <h2>Budget {budget?.year}</h2>
        <button onClick={this.spent}>Spent</button>
        <button onClick={this.approved}>Approval</button>
        <button onClick={this.focus}>Show note</button>
        <p className="budget-note">{note}</p>
      </section>
    );
  }
}

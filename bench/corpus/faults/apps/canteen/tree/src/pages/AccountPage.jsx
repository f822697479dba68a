import React from 'react';
import withData from '../hocs/withData';
import accountService from '../services/accountService';
import { euros } from '../stores/money';

class AccountPage extends React.Component {
    constructor(props) {
        super(props);
        this.state = { transactions: props.data.transactions, full: true, error: '' };
    }

    older = () => {
        const last = this.state.transactions.slice(-1)[0];
        accountService
            .older(last ? last.id : '')
            .then((page) => {
                this.setState(({ transactions }) => ({
                    transactions: transactions.concat(page.transactions || []),
                    full: page.full,
                }));
            })
            .catch((error) => this.setState({ error: error.message }));
    };

    renderNewest() {
        const newest = this.state.transactions[0];
        return <p>{newest ? `Last moved on ${newest.date}` : 'Nothing moved yet'}</p>;
    }

    render() {
        const { holder, balance } = this.props.data;
        const { transactions, full, error } = this.state;
        return (
            <main>
                <h1>{`${holder}: ${euros(balance)}`}</h1>
                <p>{error}</p>
                {this.renderNewest()}
                <ul>
                    {transactions.map(({ id, date, amount, text }) => (
                        <li key={id}>{`${date} ${text} ${euros(amount)}`}</li>
                    ))}
                </ul>
                {full && <button onClick={this.older}>Older ones</button>}
            </main>
        );
    }
}

export default withData(() => accountService.account())(AccountPage);

import React from 'react';
import menuService from '../services/menuService';
import CartStore from '../stores/CartStore';
import { euros, totalOf } from '../stores/money';

export default class Cart extends React.Component {
    state = { items: CartStore.all(), said: '' };

    componentDidMount() {
        this.stop = CartStore.listen(() => this.setState({ items: CartStore.all() }));
    }

    componentWillUnmount() {
        this.stop();
    }

    order = () => {
        menuService
            .order(this.state.items)
            .then(({ number, pickup }) => {
                CartStore.clear();
                this.setState({ said: `Order ${number} is ready at ${pickup}` });
            })
            .catch((error) => this.setState({ said: `Not ordered. ${error.message}` }));
    };

    render() {
        const { items, said } = this.state;
        return (
            <aside>
                <p role="status">{said}</p>
                <p>{`${items.length} dishes for ${euros(totalOf(items))}`}</p>
                <button disabled={items.length === 0} onClick={this.order}>Order now</button>
            </aside>
        );
    }
}

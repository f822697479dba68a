import React from 'react';
import withData from '../hocs/withData';
import menuService from '../services/menuService';
import CartStore from '../stores/CartStore';
import Dialog from '../widgets/Dialog';

const wanted = () => (new URLSearchParams(window.location.search).get('dish') || '').toLowerCase();

class MenuPage extends React.Component {
    state = { told: null };

    tell(told) {
        this.setState({ told });
    }

    renderDish(dish) {
        const allergens = dish.allergens || [];
        return (
            <li key={dish.id}>
                {dish.name} {allergens.length > 0 && <em>{`contains ${allergens.join(', ')}`}</em>}{' '}
                <button onClick={() => CartStore.add(dish)}>{`Add ${dish.name}`}</button>
                <button onClick={() => this.tell(dish)}>{`About ${dish.name}`}</button>
            </li>
        );
    }

    render() {
        const { told } = this.state;
        const part = wanted();
        return (
            <main>
                <h1>{`Week ${this.props.data.week}`}</h1>
                {this.props.data.days.map(({ day, dishes }) => (
                    <section key={day}>
                        <h2>{day}</h2>
                        <ul>{dishes.filter(({ name }) => name.toLowerCase().includes(part)).map((dish) => this.renderDish(dish))}</ul>
                    </section>
                ))}
                {told && (
                    <Dialog title={told.name} onClose={() => this.tell(null)}>
                        <p>{`It costs ${told.price} €`}</p>
                    </Dialog>
                )}
            </main>
        );
    }
}

export default withData(() => menuService.week())(MenuPage);

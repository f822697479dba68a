import React from 'react';
import childService from '../services/childService';
import Plan from './Plan';

export default class ChildrenPage extends React.Component {
    state = { children: [], chosen: null, error: '' };

    componentDidMount() {
        childService
            .all()
            .then((children) => this.setState({ children }))
            .catch((error) => this.setState({ error: error.message }));
    }

    render() {
        const { children, chosen, error } = this.state;
        return (
            <main>
                <h1>Children</h1>
                <p>{error}</p>
                {children.map(({ id, name, form }) => (
                    <button key={id} onClick={() => this.setState({ chosen: id })}>{`${name} in ${form}`}</button>
                ))}
                {chosen && <Plan id={chosen} />}
            </main>
        );
    }
}

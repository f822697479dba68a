import React from 'react';
import clickService from '../services/clickService';

export default class Counter extends React.Component {
    state = { served: 0 };

    componentDidMount() {
        this.timer = setInterval(() => {
            clickService.served().then(
                (served) => this.setState({ served }),
                () => {}
            );
        }, this.props.every);
    }

    componentWillUnmount() {
        clearInterval(this.timer);
    }

    render() {
        return <small>{this.state.served} meals served</small>;
    }
}

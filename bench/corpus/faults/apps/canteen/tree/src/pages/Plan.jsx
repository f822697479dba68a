import React from 'react';
import withData from '../hocs/withData';
import childService from '../services/childService';

class Plan extends React.Component {
    render() {
        const { id, data } = this.props;
        const plan = data.plans.find(({ child }) => child === id);
        return <p>{`${plan.name} eats on ${plan.eats.join(' and ')}`}</p>;
    }
}

export default withData(
    ({ id }) => childService.plan(id),
    ({ id }) => id
)(Plan);

import React from 'react';

/** Loads data for a component, again whenever the key of its props changes. */
export default function withData(load, keyOf = () => '') {
    return (Component) =>
        class WithData extends React.Component {
            state = { data: null, error: null };

            componentDidMount() {
                this.reload();
            }

            componentDidUpdate(before) {
                if (keyOf(before) !== keyOf(this.props)) this.reload();
            }

            componentWillUnmount() {
                this.asked = null;
            }

            reload = () => {
                const asked = load(this.props);
                this.asked = asked;
                this.setState({ data: null, error: null });
                asked.then(
                    (data) => this.asked === asked && this.setState({ data }),
                    (error) => this.asked === asked && this.setState({ error })
                );
            };

            render() {
                const { data, error } = this.state;
                if (error) return <p role="alert">{error.message}</p>;
                if (!data) return <p>One moment</p>;
                return <Component {...this.props} data={data} reload={this.reload} />;
            }
        };
}

import React from 'react';
import { createPortal } from 'react-dom';

/** Above everything else, wherever it is used. */
export default class Dialog extends React.Component {
    constructor(props) {
        super(props);
        this.place = document.getElementById('dialogs') || document.body;
    }

    render() {
        const { title, onClose, children } = this.props;
        return createPortal(
            <div role="dialog" aria-label={title}>
                <h2>{title}</h2>
                {children}
                <button onClick={onClose}>Close</button>
            </div>,
            this.place
        );
    }
}

import React from 'react';
import AccountPage from './pages/AccountPage';
import ChildrenPage from './pages/ChildrenPage';
import MenuPage from './pages/MenuPage';
import clickService from './services/clickService';
import Cart from './widgets/Cart';
import Counter from './widgets/Counter';

const PAGES = { Menu: MenuPage, Children: ChildrenPage, Account: AccountPage };

export default class App extends React.Component {
    state = { page: 'Menu', cart: false };

    open(page) {
        clickService.count(page);
        this.setState({ page });
    }

    toggleCart = () => {
        this.setState(({ cart }) => ({ cart: !cart }));
    };

    render() {
        const Page = PAGES[this.state.page];
        return (
            <div>
                <nav>
                    {Object.keys(PAGES).map((page) => (
                        <button key={page} onClick={() => this.open(page)}>{page}</button>
                    ))}
                    <button onClick={this.toggleCart}>Cart</button>
                    <Counter every={750} />
                </nav>
                {this.state.cart && <Cart />}
                <Page />
            </div>
        );
    }
}

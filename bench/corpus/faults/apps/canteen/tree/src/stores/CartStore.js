const KEY = 'canteen.cart';

/** What somebody is about to order; it is kept until it is ordered. */
class CartStore {
    constructor() {
        this.listeners = [];
        this.items = null;
    }

    all() {
        if (!this.items) this.items = this.restore();
        return this.items;
    }

    restore() {
        try {
            const { items } = JSON.parse(localStorage.getItem(KEY)) || {};
            return Array.isArray(items) ? items : [];
        } catch (error) {
            return [];
        }
    }

    change(items) {
        this.items = items;
        localStorage.setItem(KEY, JSON.stringify({ items }));
        this.listeners.forEach((listener) => listener());
    }

    add(dish) {
        this.change(this.all().concat(dish));
    }

    clear() {
        this.change([]);
    }

    listen(listener) {
        this.listeners.push(listener);
        return () => {
            this.listeners = this.listeners.filter((each) => each !== listener);
        };
    }
}

export default new CartStore();

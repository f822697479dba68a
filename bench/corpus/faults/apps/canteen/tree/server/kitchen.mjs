const dish = (id, name, price, allergens) => ({ id, name, price, allergens });

export const days = [
    {
        day: 'Monday',
        dishes: [dish('m1', 'Tomato pasta', 3.2, ['gluten']), dish('m2', 'Lentil stew', 3.4, [])],
    },
    {
        day: 'Tuesday',
        dishes: [dish('t1', 'Fish pie', 4.1, ['fish', 'milk']), dish('t2', 'Vegetable rice', 3.1, [])],
    },
];

export const children = [
    { id: 'k1', name: 'Lena', form: '3b' },
    { id: 'k2', name: 'Otto', form: '5a' },
];

export const plans = {
    k1: [{ child: 'k1', name: 'Lena', eats: ['Monday', 'Tuesday'] }],
    k2: [{ child: 'k2', name: 'Otto', eats: ['Tuesday'] }],
};

export const account = { balance: 41.3, holder: 'The Berger family' };

export const transactions = [
    { id: 'x1', date: '2026-11-24', amount: -3.2, text: 'Tomato pasta' },
    { id: 'x2', date: '2026-11-23', amount: 50, text: 'Transfer' },
    { id: 'x3', date: '2026-11-20', amount: -4.1, text: 'Fish pie' },
    { id: 'x4', date: '2026-11-19', amount: -3.4, text: 'Lentil stew' },
];

/** Orders are taken until nine. */
export const orders = { open: true };

/** The sum of prices; the older till sends them as texts. */
export function totalOf(items) {
    return items.reduce((sum, { price }) => sum + Number(String(price).replace(',', '.')), 0);
}

export function euros(amount) {
    return `${amount.toFixed(2)} €`;
}

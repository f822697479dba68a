export class Money {
  constructor(amount, currency) {
    this.amount = amount;
    this.currency = currency;
  }

  static of({ amount = 0, currency = 'EUR' } = {}) {
    return new Money(amount, currency);
  }

  toString() {
    return `${(this.amount / 100).toFixed(2)} ${this.currency.toUpperCase()}`;
  }
}

import type { ApiClient } from '../core/ApiClient';
import { View } from '../core/View';
import { escapeHtml, titleCase } from '../format';
import type { Customer } from '../models';

export class CustomerView extends View {
  constructor(root: HTMLElement, private readonly api: ApiClient, private readonly id: string) {
    super(root);
  }

  async mount(): Promise<void> {
    this.root.innerHTML = '<p>Loading the customer</p>';
    this.render(await this.api.customer(this.id));
  }

  private render(customer: Customer): void {
    this.root.innerHTML = `
      <h2>${escapeHtml(customer.name)}</h2>
      <p>${this.planLine(customer)}</p>
      <p>${escapeHtml(customer.contact.email)}</p>
      <p>${this.orderLine(customer)}</p>`;
  }

  private planLine({ plan }: Customer): string {
    return `${titleCase(plan.name)} with ${plan.seats} seats`;
  }

  private orderLine({ orders }: Customer): string {
    const total = orders.reduce((sum, order) => sum + order.total, 0);
    return `${orders.length} orders, ${total.toFixed(2)} EUR`;
  }
}

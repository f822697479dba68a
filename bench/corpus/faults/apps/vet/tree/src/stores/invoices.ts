import { defineStore } from 'pinia';
import { ApiProblem } from '@/api/ApiClient';
import type { Invoice } from '@/api/models';
import { invoiceApi } from '@/api/resources';
import { sumOf } from '@/lib/money';

interface State {
  byNumber: Record<string, Invoice>;
  message: string;
}

export const useInvoicesStore = defineStore('invoices', {
  state: (): State => ({ byNumber: {}, message: '' }),

  getters: {
    all: (state) => Object.values(state.byNumber),
    open(): Invoice[] {
      return this.all.filter((invoice) => !invoice.paid);
    },
    owed(): number {
      return sumOf(this.open, ({ total }) => total);
    },
    nextDue(): Invoice | undefined {
      return [...this.open].sort((one, other) => one.due.getTime() - other.due.getTime())[0];
    },
  },

  actions: {
    async load() {
      const list = await invoiceApi.all();
      this.byNumber = Object.fromEntries(list.map((invoice) => [invoice.number, invoice]));
    },

    async pay(number: string) {
      try {
        const receipt = await invoiceApi.pay(number);
        this.byNumber[number] = receipt.invoice;
        this.message = `Receipt ${receipt.number}`;
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        this.message = error.message;
      }
    },
  },
});

import { createRouter, createWebHistory } from 'vue-router'
import CustomersView from '@/views/CustomersView.vue'
import DashboardView from '@/views/DashboardView.vue'
import InvoiceView from '@/views/InvoiceView.vue'
import InvoicesView from '@/views/InvoicesView.vue'
import NewInvoiceView from '@/views/NewInvoiceView.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'dashboard', component: DashboardView },
    { path: '/invoices', name: 'invoices', component: InvoicesView },
    { path: '/invoices/new', name: 'new-invoice', component: NewInvoiceView },
    { path: '/invoices/:id', name: 'invoice', component: InvoiceView, props: true },
    { path: '/customers', name: 'customers', component: CustomersView },
  ],
})

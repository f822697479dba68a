import { createRouter, createWebHistory } from 'vue-router';
import InvoicesView from './views/InvoicesView.vue';
import PatientView from './views/PatientView.vue';
import PatientsView from './views/PatientsView.vue';
import RotaView from './views/RotaView.vue';
import StockView from './views/StockView.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/patients' },
    { path: '/patients', component: PatientsView },
    { path: '/patients/:id(\\d+)', component: PatientView, props: ({ params }) => ({ id: Number(params.id) }) },
    { path: '/rota/:week?', component: RotaView, props: true },
    { path: '/stock', component: StockView },
    { path: '/invoices', component: InvoicesView },
  ],
});

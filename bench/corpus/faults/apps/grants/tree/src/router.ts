import { createRouter, createWebHistory } from 'vue-router';
import { reportVisit } from './api/visits';
import ApplicationView from './views/ApplicationView.vue';
import ApplicationsView from './views/ApplicationsView.vue';
import BudgetView from './views/BudgetView.vue';
import NewApplicationView from './views/NewApplicationView.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: ApplicationsView },
    { path: '/applications/new', component: NewApplicationView },
    { path: '/applications/:id', component: ApplicationView, props: true },
    { path: '/budget', component: BudgetView },
  ],
});

router.afterEach((to) => reportVisit(to.path));

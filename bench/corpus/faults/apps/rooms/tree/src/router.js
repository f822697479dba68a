import { createRouter, createWebHistory } from 'vue-router';
import BookView from './views/BookView.vue';
import CalendarView from './views/CalendarView.vue';
import DashboardView from './views/DashboardView.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: DashboardView },
    { path: '/calendar', component: CalendarView },
    { path: '/book', component: BookView },
  ],
});

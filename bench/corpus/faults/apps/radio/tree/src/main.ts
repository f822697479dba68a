import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import App from './App.vue';
import ProgrammePage from './pages/ProgrammePage.vue';
import ProgrammesPage from './pages/ProgrammesPage.vue';
import SchedulePage from './pages/SchedulePage.vue';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: ProgrammesPage },
    { path: '/programmes/:id', component: ProgrammePage, props: true },
    { path: '/schedule', component: SchedulePage, props: ({ query }) => ({ day: query.day }) },
  ],
});
router.afterEach(({ path }) => {
  fetch('/beacon', { method: 'POST', body: path }).catch(() => undefined);
});

const app = createApp(App);
app.config.throwUnhandledErrorInProduction = true;
app.use(router).mount('#app');

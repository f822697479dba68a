import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';

const app = createApp(App);

app.config.errorHandler = (error, _instance, info) => {
  console.error(`Unhandled in ${info}`, error);
  reportError(error);
};

app.use(createPinia()).use(router).mount('#app');

import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';

const app = createApp(App);

app.config.errorHandler = (error) => {
  window.reportError(error);
};

app.use(router).mount('#app');

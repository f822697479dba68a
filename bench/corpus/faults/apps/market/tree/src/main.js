import { createApp } from 'vue';
import App from './App.vue';
import { watchVisitors } from './store.js';

const app = createApp(App);
app.config.throwUnhandledErrorInProduction = true;
app.mount('#market');
watchVisitors();

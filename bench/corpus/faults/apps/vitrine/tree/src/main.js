import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'

const app = createApp(App)
app.config.throwUnhandledErrorInProduction = true
app.use(createPinia()).use(router).mount('#app')

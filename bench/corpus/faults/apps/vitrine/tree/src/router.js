import { createRouter, createWebHashHistory } from 'vue-router'
import { hit } from './api'
import CatalogueView from './views/CatalogueView.vue'
import LoansView from './views/LoansView.vue'
import RoomsView from './views/RoomsView.vue'
import ToursView from './views/ToursView.vue'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', component: CatalogueView },
    { path: '/rooms', component: RoomsView },
    { path: '/loans', component: LoansView },
    { path: '/tours', component: ToursView },
  ],
})

router.afterEach(({ path }) => hit(path))

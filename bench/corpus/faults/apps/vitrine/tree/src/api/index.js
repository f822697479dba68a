import axios from 'axios'
import { camelised } from './keys'

export const http = axios.create({ baseURL: '/v2', timeout: 8000 })

http.interceptors.request.use((config) => {
  config.headers.set('X-Client', 'vitrine-web')
  return config
})

http.interceptors.response.use(({ data }) => camelised(data?.data))

export const api = {
  rooms: () => http.get('/rooms'),
  objects: (room) => http.get('/objects', { params: { room } }),
  report: (id) => http.get(`/objects/${id}/report`),
  loans: () => http.get('/loans'),
  extend: (id) => http.post(`/loans/${id}/extend`),
  tours: () => http.get('/tours'),
  climate: () => http.get('/climate'),
}

export function hit(page) {
  http.post('/hits', { page }).catch(() => {})
}

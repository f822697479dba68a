import { defineStore } from 'pinia'
import { api } from '../api'

export const useCatalogue = defineStore('catalogue', {
  state: () => ({ room: 'east', byId: {}, order: [], highlight: null, failed: false }),
  getters: {
    list: (state) => state.order.map((id) => state.byId[id]),
    makers() {
      const makers = new Map()
      for (const { maker, title } of this.list) {
        const name = maker?.name ?? 'Unknown'
        makers.set(name, [...(makers.get(name) ?? []), title])
      }
      return makers
    },
  },
  actions: {
    async load(room) {
      this.room = room
      this.failed = false
      let objects = []
      try {
        objects = (await api.objects(room)) ?? []
      } catch {
        this.failed = true
      }
      if (room !== this.room) return
      for (const object of objects) this.byId[object.id] = object
      this.order = objects.map(({ id }) => id)
      this.highlight = objects[0]?.title ?? null
    },
  },
})

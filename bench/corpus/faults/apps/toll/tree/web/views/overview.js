import { euros } from '../lib/format.js'
import { h } from '../lib/h.js'
import { get } from '../lib/http.js'
import { chosenWidgets } from '../lib/settings.js'

const WIDGETS = {
  revenue: {
    title: 'Revenue',
    load: (options) => get('/revenue', options),
    draw: ({ total, byClass }) => [
      h('strong', null, euros(total.cents)),
      h('p', null, Object.entries(byClass).map(([name, cents]) => `${name} ${euros(cents)}`).join(', '))
    ]
  },
  passes: {
    title: 'Passes',
    load: (options) => get('/passes/summary', options),
    draw: ({ active, expiring }) => h('p', null, `${active} active, ${expiring} expire this week`)
  }
}

function card (name, content) {
  const { title } = WIDGETS[name]
  const close = h('button', { type: 'button', data: { action: 'drop', widget: name } }, `Hide ${title}`)
  return h('section', { data: { widget: name } }, h('h2', null, title), content, close)
}

export async function overview ({ root, signal }) {
  const names = chosenWidgets(Object.keys(WIDGETS))
  const loads = await Promise.allSettled(names.map((name) => WIDGETS[name].load({ signal })))
  const cards = loads.map(({ status, value }, at) => {
    const name = names[at]
    return card(name, status === 'fulfilled' ? WIDGETS[name].draw(value) : h('p', null, 'Not known now'))
  })
  if (!signal.aborted) root.replaceChildren(h('h1', null, 'Today'), ...cards)
}

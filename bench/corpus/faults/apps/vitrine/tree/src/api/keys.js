const camel = (key) => key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())

/** The same value with keys such as `due_on` written as `dueOn`, however deep they are. */
export function camelised(value) {
  if (Array.isArray(value)) return value.map(camelised)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camel(key), camelised(inner)]))
}

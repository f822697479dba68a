// Fills what the page keeps with what it kept when the recording began.
async ({ local, session, databases }) => {
  for (const { name, value } of local) localStorage.setItem(name, value);
  for (const { name, value } of session) sessionStorage.setItem(name, value);
  const revived = (json) =>
    JSON.parse(json, (_, value) =>
      value !== null && typeof value === 'object' && '$date' in value ? new Date(value.$date) : value,
    );
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const path = (keys) => (keys.length > 1 ? keys : keys[0]);
  for (const kept of databases) {
    const opening = indexedDB.open(kept.name, kept.version);
    opening.onupgradeneeded = () => {
      for (const store of kept.stores) {
        const options = { autoIncrement: store.autoIncrement };
        if (store.keyPath.length > 0) options.keyPath = path(store.keyPath);
        const made = opening.result.createObjectStore(store.name, options);
        for (const { name, keyPath, unique, multiEntry } of store.indexes) {
          made.createIndex(name, path(keyPath), { unique, multiEntry });
        }
        for (const { key, value } of store.entries) {
          if (store.keyPath.length > 0) made.put(revived(value));
          else made.put(revived(value), revived(key));
        }
      }
    };
    (await done(opening)).close();
  }
}

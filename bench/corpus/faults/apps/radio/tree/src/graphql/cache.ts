import { reactive } from 'vue';

type Fields = Record<string, unknown>;

/** One object for each entity, so that what one answer changes is seen wherever the entity is shown. */
export class Cache {
  private readonly entities = new Map<string, Fields>();

  write<T>(value: T): T {
    if (Array.isArray(value)) return value.map((each) => this.write(each)) as T;
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.write(each)]));
    if (!fields.__typename || !fields.id) return fields as T;
    return Object.assign(this.entity(`${fields.__typename}:${fields.id}`), fields) as T;
  }

  change(key: string, fields: Fields): void {
    Object.assign(this.entity(key), fields);
  }

  private entity(key: string): Fields {
    let entity = this.entities.get(key);
    if (!entity) {
      entity = reactive<Fields>({});
      this.entities.set(key, entity);
    }
    return entity;
  }
}

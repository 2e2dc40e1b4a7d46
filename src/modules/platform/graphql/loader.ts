import DataLoader from 'dataloader';
import type { Request } from 'express';

/** What resolvers get as context. */
export interface GraphqlContext {
  req: Request;
}

/** A batch function whose answers are looked up by key. */
type Batch<Key, Value> = (keys: readonly Key[]) => Promise<Map<Key, Value>>;

/** Loads by key, all keys of one moment in one call and each key once a request; nothing outlives the request. */
export class RequestLoader<Key extends string, Value> {
  private readonly loaders = new WeakMap<Request, DataLoader<Key, Value | undefined>>();

  constructor(private readonly batch: Batch<Key, Value>) {}

  load({ req }: GraphqlContext, key: Key): Promise<Value | undefined> {
    return this.of(req).load(key);
  }

  /** Forgets one key, after a write. */
  clear({ req }: GraphqlContext, key: Key): void {
    this.of(req).clear(key);
  }

  private of(request: Request): DataLoader<Key, Value | undefined> {
    const known = this.loaders.get(request);
    if (known) return known;
    const loader = new DataLoader<Key, Value | undefined>(async (keys) => {
      const values = await this.batch(keys);
      return keys.map((key) => values.get(key));
    });
    this.loaders.set(request, loader);
    return loader;
  }
}

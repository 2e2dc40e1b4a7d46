/** Remembers values for a short time, at most so many; for what may be a few seconds old without harm. */
export class ExpiringCache<Key, Value> {
  private readonly entries = new Map<Key, { value: Value; until: number }>();

  constructor(
    private readonly lifetimeMs: number,
    private readonly most: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(key: Key): Value | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > this.now() ? entry.value : undefined;
  }

  set(key: Key, value: Value): void {
    // Starting over now and then costs less than keeping an order of use.
    if (this.entries.size >= this.most) this.entries.clear();
    this.entries.set(key, { value, until: this.now() + this.lifetimeMs });
  }

  /** Values of the keys; those not remembered are loaded together. That something does not exist is not remembered: it may the next moment. */
  async through(keys: readonly Key[], load: (missing: Key[]) => Promise<ReadonlyMap<Key, Value>>): Promise<Map<Key, Value>> {
    const found = new Map<Key, Value>();
    const missing: Key[] = [];
    for (const key of new Set(keys)) {
      const value = this.get(key);
      if (value === undefined) missing.push(key);
      else found.set(key, value);
    }
    if (missing.length > 0) {
      const loaded = await load(missing);
      for (const [key, value] of loaded) {
        this.set(key, value);
        found.set(key, value);
      }
    }
    return found;
  }
}

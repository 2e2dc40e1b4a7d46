const MINUTE = 60_000;

/** Refusals of one address that are written down in a minute. */
export const MOST_OF_ADDRESS = 20;

/** Refusals of all addresses together that one process writes down in a minute. */
export const MOST_OF_ALL = 600;

/** Lets so many refusals a minute into the audit log that nobody can fill it. Pure but for what it counts. */
export class RefusalWindow {
  private minute = 0;
  private all = 0;
  private readonly byAddress = new Map<string, number>();

  /** Whether this one still fits. */
  takes(address: string, now: Date): boolean {
    const minute = Math.floor(now.getTime() / MINUTE);
    if (minute !== this.minute) {
      this.minute = minute;
      this.all = 0;
      this.byAddress.clear();
    }
    const count = this.byAddress.get(address) ?? 0;
    if (count >= MOST_OF_ADDRESS || this.all >= MOST_OF_ALL) return false;
    this.byAddress.set(address, count + 1);
    this.all += 1;
    return true;
  }
}

/** What a process has leased for one caller; each part may be spent until its own time is over. */
export class Purse {
  private parts: { rest: number; until: number }[] = [];
  /** A lease under way, which others wait for. */
  leasing?: Promise<void>;
  /** What the database last had beside what was leased. */
  beside = 0;
  /** Until when, as the database has said, this much is not there. */
  private dry = { need: Infinity, until: 0 };

  add(units: number, until: number): void {
    if (units > 0) this.parts.push({ rest: units, until });
  }

  held(now: number): number {
    return this.parts.reduce((sum, { rest, until }) => (until > now ? sum + rest : sum), 0);
  }

  /** Takes so much of what is held, the oldest first; false when it is not enough. */
  spend(units: number, now: number): boolean {
    if (this.held(now) < units) return false;
    let left = units;
    for (const part of this.parts) {
      if (part.until <= now) continue;
      const taken = Math.min(part.rest, left);
      part.rest -= taken;
      left -= taken;
    }
    this.parts = this.parts.filter(({ rest }) => rest > 0);
    return true;
  }

  /** Takes out what may be spent no longer, to be given back. */
  expire(now: number): number {
    const over = this.parts.filter(({ until }) => until <= now);
    this.parts = this.parts.filter(({ until }) => until > now);
    return over.reduce((sum, { rest }) => sum + rest, 0);
  }

  refused(need: number, until: number): void {
    this.dry = { need, until };
  }

  /** Milliseconds for which it is known that so much is not there. */
  dryFor(need: number, now: number): number {
    return need >= this.dry.need ? Math.max(0, this.dry.until - now) : 0;
  }

  get isEmpty(): boolean {
    return this.parts.length === 0 && !this.leasing;
  }
}

import type { Warning } from '../record/record.entity.js';

/** Honest counts of a run, and what was kept as given although no table knows it. */
export class ImportTally {
  created = 0;
  updated = 0;
  unchanged = 0;
  rejected = 0;
  private readonly remarks = new Map<string, number>();

  get handled(): number {
    return this.created + this.updated + this.unchanged + this.rejected;
  }

  note(warnings: readonly Warning[]): void {
    for (const { field, message } of warnings) {
      const key = `${field}：${message}`;
      this.remarks.set(key, (this.remarks.get(key) ?? 0) + 1);
    }
  }

  /** The most frequent remarks, a line each. */
  report(most = 20): string[] {
    const sorted = [...this.remarks].sort((a, b) => b[1] - a[1]);
    const lines = sorted.slice(0, most).map(([remark, count]) => `${String(count).padStart(7)} × ${remark}`);
    return sorted.length > most ? [...lines, `        另有 ${sorted.length - most} 种提示`] : lines;
  }

  toString(): string {
    return `${this.created} created, ${this.updated} updated, ${this.unchanged} unchanged, ${this.rejected} rejected`;
  }
}

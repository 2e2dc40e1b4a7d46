/** Waits of loops that look for work, which all end when somebody wakes them. */
export class Pauses {
  private readonly sleepers = new Set<() => void>();

  /** Returns when the time is over, or when it is woken. */
  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.sleepers.add(wake);
    });
  }

  wake(): void {
    for (const wake of this.sleepers) wake();
  }
}

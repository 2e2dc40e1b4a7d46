/** The end of a request: when its time is over, when somebody else gives it up, or when it is ended for a reason. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly giveUp = () => this.end(this.outer?.reason);

  constructor(
    timeoutMs: number,
    reason: () => Error,
    private readonly outer?: AbortSignal,
  ) {
    this.timer = setTimeout(() => this.end(reason()), timeoutMs);
    if (outer?.aborted) this.giveUp();
    outer?.addEventListener('abort', this.giveUp, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  end(reason: unknown): void {
    this.controller.abort(reason);
  }

  /** What is waited for, or the reason of the end when that comes first; for what cannot be stopped, such as a look-up. */
  async before<T>(promise: Promise<T>): Promise<T> {
    let stop = (): void => undefined;
    const ended = new Promise<never>((_resolve, reject) => {
      stop = () => reject(this.signal.reason as Error);
      if (this.signal.aborted) stop();
      else this.signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([promise, ended]);
    } finally {
      this.signal.removeEventListener('abort', stop);
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.outer?.removeEventListener('abort', this.giveUp);
  }
}

/** Exit statuses of the commands that ask another instance. */
export const EXIT = { refused: 1, away: 3, missing: 4, spent: 5 } as const;

/** Why another instance gave no answer, in a sentence that says what to do. */
export class RemoteFailure extends Error {
  override readonly name = 'RemoteFailure';

  private constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }

  static noAddress(address: string): RemoteFailure {
    return new RemoteFailure(`“${address}”不是网址，请写成 https://主机 的样子。`, EXIT.refused);
  }

  static away(base: string, cause: unknown): RemoteFailure {
    const { name, cause: inner } = cause as Error & { cause?: { code?: string } };
    const why = name === 'TimeoutError' ? '迟迟没有回答' : (inner?.code ?? name);
    return new RemoteFailure(`连不上 ${base}（${why}），请检查网址和网络。`, EXIT.away);
  }

  static stranger(base: string): RemoteFailure {
    return new RemoteFailure(`${base} 的回答不是好找的接口，请检查网址；网址是网站的首页，不含 /api。`, EXIT.away);
  }

  /** What the interface says is a sentence already. */
  static refused(status: number, detail: string): RemoteFailure {
    const exit = status === 404 || status === 410 ? EXIT.missing : status === 429 ? EXIT.spent : EXIT.refused;
    return new RemoteFailure(detail, exit);
  }

  static ambiguous(dataset: string, tables: readonly string[]): RemoteFailure {
    return tables.length === 0
      ? new RemoteFailure(`“${dataset}”没有可以逐行查询的表。`, EXIT.missing)
      : new RemoteFailure(`“${dataset}”有 ${tables.length} 张表，请写明是哪一张：${tables.join('、')}。`, EXIT.refused);
  }
}

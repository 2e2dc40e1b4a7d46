const HEAD = 1024;

/** The beginning of a stream, and all of it again; who asked for the stream closes it. */
export async function peeked(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const seen: Buffer[] = [];
  let bytes = 0;
  while (bytes < HEAD) {
    const next = await chunks.next();
    if (next.done) break;
    seen.push(next.value);
    bytes += next.value.length;
  }
  return { head: Buffer.concat(seen), chunks: again(seen, chunks) };
}

async function* again(seen: readonly Buffer[], chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* seen;
  yield* chunks;
}

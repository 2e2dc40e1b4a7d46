import { createWriteStream } from 'node:fs';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';

type Line = Record<string, unknown> & { identifier: string; title: string; body?: string };

const SAMPLES = new URL('../../samples/data/', import.meta.url);

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes `count` varied records made of the bundled sample: other places, years and sentences, the same kinds of text. */
export async function writeCatalog(file: string, count: number): Promise<void> {
  const lines = ['datasets', 'documents']
    .flatMap((name) =>
      readFileSync(new URL(`${name}.jsonl`, SAMPLES), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map((text) => JSON.parse(text) as Line);
  const sentences = lines.flatMap(({ body }) => body?.split('\n') ?? []).filter(({ length }) => length > 20);
  const random = seeded(20261124);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const output = createWriteStream(file);
  for (let index = 0; index < count; index++) {
    const base = lines[index % lines.length]!;
    const round = Math.floor(index / lines.length);
    const year = 2010 + Math.floor(random() * 16);
    const { relations: _, resources: __, resourceCode: ___, ...rest } = base;
    const body = base.body ? Array.from({ length: 4 + Math.floor(random() * 40) }, () => pick(sentences)).join('\n') : undefined;
    const record = {
      ...rest,
      identifier: `${base.identifier}-${round}`,
      title: round === 0 ? base.title : `${year}年${base.title.replace(/20\d\d年度?/, '')}（${String(round)}）`,
      body,
      publishedOn: `${year}-0${1 + Math.floor(random() * 9)}-15`,
    };
    if (!output.write(`${JSON.stringify(record)}\n`)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'close');
}

import { departmentOf } from '../department-table.js';
import { Random } from '../random.js';
import type { Entry, Plan } from './plan.js';

/** The stable key of a document in the catalog. */
export const documentIdentifier = (id: string): string => `lanchuan-doc-${id}`;

function stemOf(plan: Plan): string {
  const department = departmentOf(plan.issuers[0]!);
  if (plan.series === 'normative') return department.normativeStem;
  return `${department.stem}${plan.series === 'letter' ? '函' : '发'}`;
}

/** Gives out 发文字号 in the order of signing and 索引号 in the order of publication, as a registry clerk would. */
export class Book {
  private readonly entries = new Map<string, Entry>();

  constructor(plans: Plan[]) {
    const numbers = this.number(plans);
    const indexes = this.index(plans);
    for (const plan of plans) {
      if (this.entries.has(plan.id)) throw new Error(`two documents are called ${plan.id}`);
      const documentNumber = numbers.get(plan.id);
      this.entries.set(plan.id, {
        ...plan,
        identifier: documentIdentifier(plan.id),
        indexNumber: indexes.get(plan.id)!,
        ...(documentNumber ? { documentNumber } : {}),
      });
    }
  }

  all(): Entry[] {
    return [...this.entries.values()].sort((a, b) => (a.publishedOn + a.id < b.publishedOn + b.id ? -1 : 1));
  }

  entry(id: string): Entry {
    const entry = this.entries.get(id);
    if (!entry) throw new Error(`no document ${id}`);
    return entry;
  }

  /** 《标题》(文号) as official prose cites another document. */
  cite(id: string): string {
    const { title, documentNumber } = this.entry(id);
    const name = /印发《(.+)》/.exec(title)?.[1] ?? title;
    return documentNumber ? `《${name}》(${documentNumber})` : `《${name}》`;
  }

  /** Documents a department signed in a year. */
  of(department: string, year: number): Entry[] {
    return this.all().filter((entry) => entry.issuers[0] === department && entry.writtenOn.startsWith(String(year)));
  }

  private number(plans: Plan[]): Map<string, string> {
    const numbers = new Map<string, string>();
    const last = new Map<string, number>();
    for (const plan of [...plans].sort((a, b) => (a.writtenOn + a.id < b.writtenOn + b.id ? -1 : 1))) {
      if (!plan.series) continue;
      const year = plan.writtenOn.slice(0, 4);
      const key = `${stemOf(plan)}〔${year}〕`;
      // Documents that are not public take numbers too, so the public sequence has gaps.
      const gap = plan.series === 'normative' ? 1 : new Random(`${key}${plan.id}`).int(1, 4);
      const serial = (last.get(key) ?? 0) + gap;
      last.set(key, serial);
      numbers.set(plan.id, `${key}${serial}号`);
    }
    return numbers;
  }

  private index(plans: Plan[]): Map<string, string> {
    const indexes = new Map<string, string>();
    const last = new Map<string, number>();
    for (const plan of [...plans].sort((a, b) => (a.publishedOn + a.id < b.publishedOn + b.id ? -1 : 1))) {
      const key = `${departmentOf(plan.issuers[0]!).creditCode}/${plan.publishedOn.slice(0, 4)}-`;
      const serial = (last.get(key) ?? 0) + new Random(`${key}${plan.id}`).int(1, 6);
      last.set(key, serial);
      indexes.set(plan.id, key + String(serial).padStart(5, '0'));
    }
    return indexes;
  }
}

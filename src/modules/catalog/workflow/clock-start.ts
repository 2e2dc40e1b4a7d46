import { invalidField } from '../../kernel/app-error.js';
import { firstDayOf, parsePartialDate } from '../../kernel/date/index.js';
import type { Finding } from '../gate/finding.js';

const BASIS = '《政府信息公开条例》第二十六条';

/** The day the period runs from: the earliest day of formation or change that was ever given (条例 Art. 26). Pure. */
export const earliest = (day: string, ...known: (string | null)[]): string => known.reduce<string>((a, b) => (b && b < a ? b : a), day);

/** What is told everybody when the declared day is later than one given before; whoever signs accepts it. Pure. */
export function findingOfStart({ formedOn, countedFrom }: { formedOn: string; countedFrom: string }): Finding[] {
  if (formedOn <= countedFrom) return [];
  const message = `晚于此前填报的 ${countedFrom}，公开期限仍自 ${countedFrom} 起算；确属后来形成或变更的，请说明理由，签发即予认可，否则请改回`;
  return [{ rule: 'formedLater', severity: 'block', field: 'formedOn', start: 0, end: 10, masked: formedOn, message, basis: BASIS }];
}

/** What the step says that began a draft anew. Pure. */
export const sayInherited = (countedFrom: string): string =>
  `同一记录或文号此前的稿件没有发布，公开期限接续自 ${countedFrom} 起算（${BASIS}）`;

/** What the step says that declared another day; undefined when it is the same. Pure. */
export function sayMoved(before: string, after: string, countedFrom: string): string | undefined {
  if (before === after) return undefined;
  const still = after > countedFrom ? `，公开期限仍自 ${countedFrom} 起算（${BASIS}）` : '';
  return `形成或变更日期由 ${before} 改为 ${after}${still}`;
}

/** The day a period starts; of a month or year given alone its first. @throws AppError VALIDATION_FAILED */
export function declaredStart(formedOn: string | null | undefined, today: string): string | undefined {
  if (!formedOn) return undefined;
  const parsed = parsePartialDate(formedOn);
  if (!parsed.ok) throw invalidField('formedOn', parsed.reason);
  const day = firstDayOf(parsed.value);
  if (day > today) throw invalidField('formedOn', `形成或变更日期 ${formedOn} 还没有到，应为今天或以前`);
  return day;
}

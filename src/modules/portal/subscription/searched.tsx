import type { ConditionInWords } from '../../search/index.js';
import { Chinese, Value } from '../component/chinese.js';
import { Fields } from '../component/fields.js';
import { useReading } from '../reading/reading.js';

/** What a search asks for, in words. */
export interface SearchedProps {
  q: string | null | undefined;
  conditions: readonly ConditionInWords[];
  frequency?: 'daily' | 'weekly';
}

/** A search in words, for whoever subscribes to it. */
export function Searched({ q, conditions, frequency }: SearchedProps) {
  const { t } = useReading();
  const filters = conditions.map(({ label, values }) => (
    <li key={label}>
      <Value>{label}</Value>{' '}
      {values.map((value, index) => (
        <span key={value}>
          {index > 0 && ' / '}
          <Value>{value}</Value>
        </span>
      ))}
    </li>
  ));
  return (
    <Fields
      fields={[
        [t.subscription.words, q ? <Chinese>{q}</Chinese> : conditions.length > 0 ? '' : t.subscription.everything],
        [t.subscription.filters, filters.length > 0 ? <ul>{filters}</ul> : ''],
        [t.subscription.frequency, frequency && t.subscription[frequency]],
      ]}
    />
  );
}

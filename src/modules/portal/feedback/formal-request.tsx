import type { Department } from '../../department/index.js';
import { Chinese } from '../component/chinese.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

/** Most departments whose units are named at once. */
const NAMED = 5;

/** That a demand is no request under 条例 Art. 29, and to whom one is made: the disclosure units of these departments first. */
export function FormalRequest({ departments }: { departments: readonly Department[] }) {
  const { t } = useReading();
  const reachable = departments.filter(({ contact }) => contact !== null).slice(0, NAMED);
  return (
    <Section id="formal" title={t.feedback.ask.notFormal}>
      <p>{t.feedback.ask.notFormalText}</p>
      {reachable.length > 0 && (
        <ul>
          {reachable.map(({ code, name, url, contact }) => (
            <li key={code}>
              <a href={url}>
                <Chinese>{name}</Chinese>
              </a>{' '}
              <Chinese>{[contact?.unit, contact?.phone, contact?.email, contact?.address].filter(Boolean).join('，')}</Chinese>
            </li>
          ))}
        </ul>
      )}
      <p>
        {t.feedback.ask.unitsOf} <a href="/departments">{t.feedback.ask.departmentPage}</a>
      </p>
    </Section>
  );
}

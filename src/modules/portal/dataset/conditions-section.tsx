import type { Dataset } from '../../catalog/index.js';
import { Chinese, Value } from '../component/chinese.js';
import { type Field, Fields } from '../component/fields.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

/** On which conditions the public may use the data, and other departments may have it. */
export function ConditionsSection({ dataset }: { dataset: Dataset }) {
  const { t } = useReading();
  const { openness, openCondition, license, shareType, shareCondition, shareMode, dataGrade } = dataset;
  const fields: Field[] = [
    [t.dataset.openness, openness && <Value>{openness}</Value>],
    [t.dataset.openCondition, openCondition && <Chinese>{openCondition}</Chinese>],
    [t.dataset.license, license && <Value>{license}</Value>],
    [t.dataset.shareType, shareType && <Value>{shareType}</Value>],
    [t.dataset.shareCondition, shareCondition && <Chinese>{shareCondition}</Chinese>],
    [t.dataset.shareMode, shareMode && <Value>{shareMode}</Value>],
    [t.dataset.dataGrade, dataGrade && <Value>{dataGrade}</Value>],
  ];
  return (
    <Section id="conditions" title={t.dataset.conditions}>
      <Fields fields={fields} />
      {!license && !openCondition && <p class="note">{t.dataset.noConditions}</p>}
    </Section>
  );
}

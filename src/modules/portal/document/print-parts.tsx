import { type Document, plainBody } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import { Said } from '../component/said.js';
import { useReading } from '../reading/reading.js';
import { endsSigned, officialDate } from './official-date.js';

interface OfProps {
  document: Document;
  department: Department | undefined;
}

/** On paper, who issued it and when, where the text does not end with it by itself (GB/T 9704, 7.3.5). */
export function PrintSignature({ document, department }: OfProps) {
  const issuer = document.issuer.join('　') || department?.name;
  if (!document.writtenOn || !document.body || endsSigned(plainBody(document.body), document.writtenOn)) return <></>;
  return (
    <div class="print-only print-signature" aria-hidden="true" lang="zh-CN">
      {issuer && (
        <p>
          <Said>{issuer}</Said>
        </p>
      )}
      <p>{officialDate(document.writtenOn)}</p>
    </div>
  );
}

/** On paper, last: where and when it was printed. */
export function PrintEnd({ address, today }: { address: string; today: string }) {
  const { t } = useReading();
  return (
    <div class="print-only print-end" aria-hidden="true">
      <p>
        {t.record.printedFrom}
        {t.record.colon}
        <bdi>{address}</bdi>
      </p>
      <p>
        {t.record.printedOn}
        {t.record.colon}
        <span data-printed>{today}</span>
      </p>
    </div>
  );
}

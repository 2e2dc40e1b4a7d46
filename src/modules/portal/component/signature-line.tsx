import type { Proof } from '../../catalog/index.js';
import { useReading } from '../reading/reading.js';
import { chinaTime } from './china-time.js';
import { Icon } from './icon.js';

/** Whether what stands here is what was signed, in one line. */
export function SignatureLine({ proof }: { proof: Proof }) {
  const { t } = useReading();
  const since = proof.unchangedSince;
  const signed = proof.revisions.at(-1)?.valid === true;
  return (
    <p class={since ? 'signature' : 'signature signature-broken'}>
      <Icon name={since && signed ? 'check' : 'alert'} />{' '}
      {since ? (signed ? t.record.signed(chinaTime(since)) : t.record.unsigned) : t.record.broken}{' '}
      <a href={`/records/${encodeURIComponent(proof.identifier)}/proof`}>{t.record.signatureMore}</a>
    </p>
  );
}

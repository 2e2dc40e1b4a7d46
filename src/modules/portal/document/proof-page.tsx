import type { Proof } from '../../catalog/index.js';
import { chinaTime } from '../component/china-time.js';
import { Fields } from '../component/fields.js';
import { Said } from '../component/said.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';

/** What was published, by whom, when, and whether it is unchanged since: in plain words, and with all it takes to check. */
export function ProofPage({ site, proof }: { site: Site; proof: Proof }) {
  const { t } = useReading();
  const path = `/records/${encodeURIComponent(proof.identifier)}/proof`;
  const since = proof.unchangedSince;
  return (
    <Page site={site} title={t.document.proofTitle(proof.title)} path={path} query="" hidden meta={columnMeta(COLUMNS.document)}>
      <h1>{t.document.proof}</h1>
      <p class="lead">
        <Said>{t.document.bookTitle(proof.title)}</Said>{' '}
        {t.document.firstPublished(proof.department ?? t.document.unnamedDepartment, chinaTime(proof.firstPublishedAt, 'medium'))}
        {since ? t.document.unchanged(chinaTime(since, 'medium')) : t.document.changed}
      </p>
      <Section id="revisions" title={t.document.revisions}>
        {proof.revisions.map(({ revision, action, at, contentHash, keyId, valid }) => (
          <Fields
            key={revision}
            fields={[
              [t.version.number(revision), `${t.version.action[action] ?? action} · ${chinaTime(at, 'medium')}`],
              [
                t.document.signature,
                valid === null ? t.document.noSignature : valid ? t.document.goodSignature(keyId!) : t.document.badSignature,
              ],
              [t.document.contentHash, <code>{contentHash}</code>],
            ]}
          />
        ))}
      </Section>
      <Section id="check" title={t.document.check}>
        <p>
          {t.document.checkWhere} <a href={`/api/v1${path}`}>{t.document.checkInterface}</a>{' '}
          <a href="/api/v1/signing-keys">{t.document.checkKeys}</a>
        </p>
        <p>{t.document.checkHow}</p>
        <pre tabIndex={0}>
          <code>openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in statement -sigfile signature</code>
        </pre>
      </Section>
    </Page>
  );
}

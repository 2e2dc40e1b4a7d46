import type { Proof } from '../../catalog/index.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { chinaTime } from '../component/china-time.js';
import { Fields } from '../component/fields.js';

const ACTIONS: Record<string, string> = { created: '首次发布', updated: '修改', withdrawn: '撤回', validity: '有效性变化' };

/** What was published, by whom, when, and whether it is unchanged since: in plain words, and with all it takes to check. */
export function ProofPage({ site, proof }: { site: Site; proof: Proof }) {
  const path = `/records/${encodeURIComponent(proof.identifier)}/proof`;
  return (
    <Page site={site} title={`发布证明：${proof.title}`} path={path} query="" hidden meta={columnMeta(COLUMNS.document)}>
      <h1>发布证明</h1>
      <p class="lead">
        《{proof.title}》由{proof.department ?? '未注明的部门'}于 {chinaTime(proof.firstPublishedAt, 'medium')} 首次发布，
        {proof.unchangedSince
          ? `自 ${chinaTime(proof.unchangedSince, 'medium')} 起没有改动，签名全部有效。`
          : '现存内容与签名不符，请勿采信并告知我们。'}
      </p>
      <section class="panel" aria-labelledby="revisions">
        <h2 id="revisions">各次修订</h2>
        {proof.revisions.map(({ revision, action, at, contentHash, keyId, valid }) => (
          <Fields
            key={revision}
            fields={[
              [`第 ${revision} 次`, `${ACTIONS[action] ?? action}，${chinaTime(at, 'medium')}`],
              ['签名', valid === null ? '没有（早于启用签名）' : valid ? `有效（密钥 ${keyId!}）` : '无效'],
              ['内容哈希', <code>{contentHash}</code>],
            ]}
          />
        ))}
      </section>
      <section class="panel" aria-labelledby="check">
        <h2 id="check">自己验证</h2>
        <p>
          签名、被签名的原文在 <a href={`/api/v1${path}`}>接口</a> 中，公钥在 <a href="/api/v1/signing-keys">这里</a>
          。把原文（statement）存为 statement，公钥存为 key.pem，签名解码后存为 signature，然后运行：
        </p>
        <pre>
          <code>openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in statement -sigfile signature</code>
        </pre>
      </section>
    </Page>
  );
}

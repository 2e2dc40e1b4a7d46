import type { AnyRecord } from '../../catalog/index.js';
import type { Site } from '../layout/site.js';

/** Where the record can be linked to and read by programs. */
export function Addresses({ site, record }: { site: Site; record: AnyRecord }) {
  return (
    <section class="panel quiet" aria-labelledby="addresses">
      <h2 id="addresses">引用与接口</h2>
      <dl class="fields">
        <div>
          <dt>标识符</dt>
          <dd>{record.identifier}</dd>
        </div>
        <div>
          <dt>固定网址</dt>
          <dd class="address">{site.baseUrl + record.url}</dd>
        </div>
        <div>
          <dt>JSON</dt>
          <dd class="address">
            <a href={`/api/v1${record.url}`}>{`/api/v1${record.url}`}</a>
          </dd>
        </div>
        <div>
          <dt>发布证明</dt>
          <dd>
            <a href={`/records/${encodeURIComponent(record.identifier)}/proof`}>何时由谁发布，此后有无改动</a>
          </dd>
        </div>
        <div>
          <dt>修订</dt>
          <dd>
            第 {record.revision} 次，{record.updatedAt.slice(0, 10)}
          </dd>
        </div>
      </dl>
    </section>
  );
}

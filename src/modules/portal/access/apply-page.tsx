import { ANSWER_DAYS, applyPageUrl, MOST_MONTHS } from '../../data/index.js';
import type { AppError } from '../../kernel/app-error.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { type Form, textOf } from '../workbench/form-text.js';
import { SecretPanel } from '../workbench/page/choice.js';
import { Line } from '../workbench/page/frame.js';

interface Applying {
  site: Site;
  identifier: string;
  title: string;
}

const recordPage = (identifier: string) => `/datasets/${encodeURIComponent(identifier)}`;

/** The form with which anybody applies to use data that is open on conditions. */
export function ApplyPage({
  site,
  identifier,
  title,
  condition,
  form,
  error,
}: Applying & { condition?: string | null; form: Form; error?: AppError }) {
  const wrong = (field: string) => error?.details.fields?.find((each) => each.field === field)?.message;
  const value = (name: string) => textOf(form, name) ?? undefined;
  return (
    <Page site={site} title={`申请使用：${title}`} path={applyPageUrl(identifier)} hidden query="" meta={columnMeta(COLUMNS.dataset)}>
      <h1>申请使用：{title}</h1>
      <p>
        <a href={recordPage(identifier)}>这份数据</a>有条件开放。申请后当场得到密钥，提供部门在 {ANSWER_DAYS}{' '}
        个工作日内答复；批准后带上密钥取数、下载。不用注册，不收集个人信息。
      </p>
      {condition && <p>开放条件：{condition}</p>}
      {error && (
        <div class="panel panel-error" role="alert">
          <p>{error.details.fields ? '有的地方要改，见下面标红之处。' : error.message}</p>
        </div>
      )}
      <form class="work-form" action={applyPageUrl(identifier)} method="post">
        <Line
          name="organisation"
          label="申请单位或团队"
          value={value('organisation')}
          required
          wrong={wrong('organisation')}
          autoComplete="organization"
        />
        <Line
          name="contact"
          label="办公邮箱或办公电话"
          value={value('contact')}
          help="只给提供部门看，授权结束一年后删除"
          required
          wrong={wrong('contact')}
        />
        <p class={wrong('purpose') ? 'work-field work-field-wrong' : 'work-field'}>
          <label for="purpose">
            用途<span class="required">（必填）</span>
          </label>
          <textarea
            id="purpose"
            name="purpose"
            rows={4}
            aria-describedby={wrong('purpose') ? 'purpose-help purpose-wrong' : 'purpose-help'}
            aria-invalid={wrong('purpose') ? 'true' : undefined}
          >
            {value('purpose')}
          </textarea>
          <span class="note" id="purpose-help">
            用在哪里、怎么用，至少十个字；请不要写个人信息
          </span>
          {wrong('purpose') && (
            <span class="wrong" id="purpose-wrong">
              {wrong('purpose')}
            </span>
          )}
        </p>
        <Line
          name="months"
          label="需要几个月"
          type="number"
          value={value('months') ?? '12'}
          help={`1 至 ${MOST_MONTHS}`}
          required
          wrong={wrong('months')}
        />
        <Line name="key" label="已有的开发者密钥" type="password" help="hzd_ 开头；没有的不用填，提交后当场得到" autoComplete="off" />
        <fieldset class="work-ticks">
          <legend>使用条件</legend>
          <label>
            <input
              type="checkbox"
              name="acceptsTerms"
              checked={form.acceptsTerms === 'on'}
              aria-describedby={wrong('acceptsTerms') ? 'terms-wrong' : undefined}
              aria-invalid={wrong('acceptsTerms') ? 'true' : undefined}
            />{' '}
            同意使用条件：只用于所写的用途，不转给他人，不用来识别个人，到期不再使用
          </label>
          {wrong('acceptsTerms') && (
            <p class="wrong" id="terms-wrong">
              {wrong('acceptsTerms')}
            </p>
          )}
        </fieldset>
        <button type="submit">提交申请</button>
      </form>
    </Page>
  );
}

/** What was applied for, and the key, this once. */
export function AppliedPage({ site, identifier, title, id, dueOn, secret }: Applying & { id: string; dueOn: string; secret?: string }) {
  const status = `/api/v1/datasets/${encodeURIComponent(identifier)}/access-applications/${id}`;
  return (
    <Page site={site} title="申请已提交" path={applyPageUrl(identifier)} hidden query="" meta={columnMeta(COLUMNS.dataset)}>
      <h1>申请已提交</h1>
      <p>
        对“{title}”的申请编号为 {id}，提供部门应在 {dueOn} 前答复。
      </p>
      {secret && <SecretPanel title="您的密钥" secret={secret} hint="只显示这一次，请现在抄下保存；丢了只能重新申请。" />}
      <section class="panel" aria-labelledby="status">
        <h2 id="status">查看办理情况</h2>
        <p>带上密钥访问：</p>
        <pre tabIndex={0} role="region" aria-label="命令，可左右滚动">
          <code>{`curl -H 'X-API-Key: ${secret ?? 'hzd_…'}' '${site.baseUrl}${status}'`}</code>
        </pre>
        <p>
          <a href={recordPage(identifier)}>回到这份数据</a>
        </p>
      </section>
    </Page>
  );
}

import { type AccessApplication, type ApplicationStanding, STANDING_LABELS } from '../../../data/index.js';
import { addMonths } from '../../../kernel/date/index.js';
import { chinaTime } from '../../component/china-time.js';
import { Fields } from '../../component/fields.js';
import type { Site } from '../../layout/site.js';
import { Select } from './list-parts.js';
import { Frame, PostForm, type Visitor } from './frame.js';

/** An application with whether the visitor may decide. */
interface ShownApplication {
  application: AccessApplication;
  decides: boolean;
}

interface AccessProps {
  site: Site;
  visitor: Visitor;
  applications: ShownApplication[];
  standing?: ApplicationStanding;
  today: string;
  errors?: string[];
}

function Reason({ id, step, label, csrf }: { id: string; step: 'reject' | 'revoke'; label: string; csrf: string }) {
  return (
    <details>
      <summary>{label}</summary>
      <PostForm action={`/workbench/access/${id}/${step}`} csrf={csrf}>
        <p class="work-field">
          <label for={`${step}-${id}`}>
            理由，申请人看得到<span class="required">（必填）</span>
          </label>
          <textarea id={`${step}-${id}`} name="reason" rows={2} />
        </p>
        <button type="submit">{label}</button>
      </PostForm>
    </details>
  );
}

function Approval({ application: { id, months }, today, csrf }: { application: AccessApplication; today: string; csrf: string }) {
  return (
    <details>
      <summary>批准</summary>
      <PostForm action={`/workbench/access/${id}/approve`} csrf={csrf}>
        <p class="work-field">
          <label for={`expires-${id}`}>
            可以用到哪一天（含）<span class="required">（必填）</span>
          </label>
          <input id={`expires-${id}`} name="expiresOn" type="date" value={addMonths(today, months)} />
        </p>
        <p class="work-field">
          <label for={`note-${id}`}>使用的条件，申请人看得到</label>
          <textarea id={`note-${id}`} name="note" rows={2} />
        </p>
        <button type="submit">批准</button>
      </PostForm>
    </details>
  );
}

function Item({ application, decides, today, csrf }: ShownApplication & { today: string; csrf: string }) {
  const { id, dataset, title, organisation, state, submittedAt, dueOn, contact, purpose, months, decidedAt, decidedBy } = application;
  return (
    <section class="panel" aria-labelledby={`application-${id}`}>
      <h2 id={`application-${id}`}>
        {organisation}：<a href={`/datasets/${encodeURIComponent(dataset)}`}>{title}</a>
      </h2>
      <Fields
        fields={[
          ['状态', STANDING_LABELS[state]],
          ['应于何时前答复', state === 'waiting' ? (dueOn < today ? `${dueOn}（已超期）` : dueOn) : null],
          ['编号', id],
          ['申请时间', chinaTime(submittedAt)],
          ['应用', application.application],
          ['用途', purpose],
          ['申请使用', `${months} 个月`],
          ['联系方式', contact ?? '已按规定删除'],
          ['可以用到', application.expiresOn],
          ['说明', application.note],
          ['办理', decidedAt && [decidedBy, chinaTime(decidedAt)].filter(Boolean).join('，')],
        ]}
      />
      {decides && state === 'waiting' && (
        <>
          <Approval application={application} today={today} csrf={csrf} />
          <Reason id={id} step="reject" label="不批准" csrf={csrf} />
        </>
      )}
      {decides && state === 'approved' && <Reason id={id} step="revoke" label="撤销授权" csrf={csrf} />}
    </section>
  );
}

/** Who asks to use the department's data that is open on conditions, and what was decided. */
export function AccessPage({ site, visitor, applications, standing, today, errors }: AccessProps) {
  return (
    <Frame site={site} title="使用申请" visitor={visitor} errors={errors}>
      <p class="note">
        有条件开放的数据，由申请人用开发者密钥申请，提供部门在十个工作日内答复。批准后，只有这个密钥能取数，到期自动停止；联系方式在结束一年后删除。
      </p>
      <form class="filter" action="/workbench/access" method="get" role="search" aria-label="筛选申请">
        <Select name="state" label="状态" value={standing} options={STANDING_LABELS} />
        <button type="submit">筛选</button>
      </form>
      {applications.length === 0 && <p class="panel note">没有这样的申请。</p>}
      {applications.map((shown) => (
        <Item key={shown.application.id} {...shown} today={today} csrf={visitor.csrf} />
      ))}
    </Frame>
  );
}

import { STATE_LABELS, type SubmissionStepRow } from '../../../catalog/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import type { Difference } from '../difference.js';
import { Actions, type ActionsProps } from './actions.js';
import { chinaTime } from '../../component/china-time.js';
import { Steps } from './steps.js';
import { Differences } from './differences.js';
import { Findings } from './findings.js';
import { type Fault, Frame } from './frame.js';
import { type SubmissionFile, SubmissionFiles } from './submission-files.js';
import { ClockText } from './task-list.js';

export interface SubmissionPageProps extends ActionsProps {
  site: Site;
  departmentName: string;
  /** What differs from the published revision; for a new record everything that is filled in. */
  changes: Difference[];
  isNew: boolean;
  /** What those who handle it should know beforehand. */
  hints: string[];
  files: SubmissionFile[];
  steps: SubmissionStepRow[];
  errors?: Fault[];
}

/** One submission: what changes, what the gate found, who did what, and what can be done now. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { site, visitor, task, departmentName, changes, isNew, hints, files, steps, errors } = props;
  const { row } = task;
  return (
    <Frame site={site} title={row.title} visitor={visitor} errors={errors}>
      <p class="hit-line">
        <Badge tone={row.returned ? 'changed' : 'plain'}>{row.returned ? '被退回的草稿' : STATE_LABELS[row.state]}</Badge>
        <span>{departmentName}</span>
        <span>{row.identifier}</span>
        <span>第 {row.version} 版</span>
        <ClockText {...task} />
        {row.countedFrom !== row.formedOn && (
          <span>
            期限自 {row.countedFrom} 起算（形成日期改为 {row.formedOn}，签发后按新日期）
          </span>
        )}
        {row.scheduledFor && <span>定于 {chinaTime(row.scheduledFor)} 发布</span>}
        {row.baseRevision !== null && <a href={`/workbench/records/${encodeURIComponent(row.identifier)}/history`}>修订历史</a>}
        {row.publishedRevision !== null && <a href={`/records/${encodeURIComponent(row.identifier)}`}>查看公开页面</a>}
      </p>
      {row.reason && <p class="lead">原因：{row.reason}</p>}
      {hints.map((hint) => (
        <p class="note" key={hint}>
          {hint}
        </p>
      ))}
      <Findings task={task} />
      <SubmissionFiles files={files} />
      <Actions {...props} />
      {row.action === 'publish' && (
        <section class="panel">
          <h2>{isNew ? '内容' : '与已发布版本的差异'}</h2>
          <Differences changes={changes} sides={isNew ? undefined : ['已发布', '现拟']} />
        </section>
      )}
      <Steps kind={row.kind} steps={steps} bases={props.bases} />
    </Frame>
  );
}

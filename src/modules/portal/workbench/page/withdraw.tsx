import type { Site } from '../../layout/site.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';

/** Proposing to withdraw a published record. */
export function WithdrawPage({
  site,
  visitor,
  identifier,
  errors,
}: {
  site: Site;
  visitor: Visitor;
  identifier: string;
  errors?: string[];
}) {
  return (
    <Frame site={site} title="撤回已发布的记录" visitor={visitor} errors={errors}>
      <div class="panel">
        <p>撤回也须经保密审查和签发。撤回后原地址显示标题、日期和原因，标识符不再使用。</p>
        <PostForm action="/workbench/withdraw" csrf={visitor.csrf}>
          <Line name="identifier" label="记录的标识符" value={identifier} />
          <Line name="reason" label="撤回原因（公开显示）" />
          <button type="submit">起草撤回</button>
        </PostForm>
      </div>
    </Frame>
  );
}

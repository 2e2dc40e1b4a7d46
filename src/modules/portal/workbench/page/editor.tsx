import type { VNode } from 'preact';
import type { RecordKind, ResourceFields } from '../../../catalog/index.js';
import type { Site } from '../../layout/site.js';
import type { Choice } from '../choice.service.js';
import type { Difference } from '../difference.js';
import type { FormField } from '../form-field.js';
import type { FileCheck } from '../submission-files.service.js';
import { AttachmentList, AttachmentUpload } from './attachments.js';
import { Differences } from './differences.js';
import { FieldBox } from './field-box.js';
import { type Fault, Frame, Line, PostForm, type Visitor } from './frame.js';

export interface EditorProps {
  site: Site;
  visitor: Visitor;
  title: string;
  /** Address of the draft; of all submissions for a new one. */
  address: string;
  kind: RecordKind;
  fields: FormField[];
  values: Record<string, unknown>;
  files: ResourceFields[];
  /** What the gate says of each file. */
  checks: FileCheck[];
  /** What the boxes offer, by field. */
  choices: Record<string, Choice[]>;
  formedOn: string;
  departments: { code: string; name: string }[];
  /** Version of the draft; none for a new one. */
  version?: number;
  errors?: Fault[];
  wrong?: Record<string, string>;
  /** What somebody else saved meanwhile: before theirs, after mine. */
  conflict?: Difference[];
  /** The page as it would be published, where it was asked for. */
  preview?: VNode;
  notice?: string;
}

/** The editor: every field with its help; without JavaScript a plain form. */
export function EditorPage(props: EditorProps) {
  const { site, visitor, title, address, version, errors, preview, notice, conflict } = props;
  return (
    <Frame site={site} title={title} visitor={visitor} errors={errors} script={site.workbenchScript} notice={notice} wide>
      {conflict && <Conflict differences={conflict} address={address} />}
      <div class={preview ? 'editor-split editor-split-open' : 'editor-split'}>
        <div>
          <EditorForm {...props} />
          {version !== undefined && <AttachmentUpload address={address} csrf={visitor.csrf} version={version} />}
        </div>
        <section class="preview" aria-label="预览" id="preview" hidden={!preview} tabIndex={-1}>
          {preview}
        </section>
      </div>
    </Frame>
  );
}

function EditorForm({
  visitor,
  address,
  kind,
  fields,
  values,
  files,
  checks,
  choices,
  formedOn,
  departments,
  version,
  wrong = {},
}: EditorProps) {
  const stored = version !== undefined;
  return (
    <PostForm id="editor" action={stored ? `${address}/edit` : address} csrf={visitor.csrf}>
      <input type="hidden" name="kind" value={kind} />
      {stored && <input type="hidden" name="version" value={version} />}
      {stored ? (
        <input type="hidden" name="identifier" value={String(values.identifier)} />
      ) : (
        <Beginning {...{ values, departments, wrong }} />
      )}
      <Line
        name="formedOn"
        label="形成或变更日期"
        type="date"
        value={formedOn}
        help="公开期限由此起算：20 个工作日内公开（条例第二十六条）"
        wrong={wrong.formedOn}
      />
      {fields.map((field) => (
        <FieldBox key={field.name} field={field} values={values} choices={choices[field.name] ?? []} wrong={wrong[field.name]} />
      ))}
      {stored && <AttachmentList {...{ address, kind, files, checks }} />}
      <p class="work-actions">
        <button type="submit">保存草稿</button>{' '}
        <button type="submit" class="plain" id="preview-button" formAction={`${stored ? address : '/workbench'}/preview#preview`}>
          预览
        </button>
        <span id="save-state" class="note" role="status" aria-live="polite" />
      </p>
    </PostForm>
  );
}

/** What only a new draft asks. */
function Beginning({ values, departments, wrong = {} }: Pick<EditorProps, 'values' | 'departments' | 'wrong'>) {
  return (
    <>
      <Line
        name="identifier"
        label="标识符"
        required
        value={typeof values.identifier === 'string' ? values.identifier : ''}
        help="本部门的稳定编号，全库唯一，不再改变；修改已发布的记录时填它的标识符"
        wrong={wrong.identifier}
      />
      {departments.length > 1 && (
        <p class="work-field">
          <label for="department">以哪个部门的名义</label>
          <select id="department" name="department">
            {departments.map(({ code, name }) => (
              <option key={code} value={code} selected={values.department === code}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
    </>
  );
}

/** Two people wrote at once: what the other saved, beside what stands in the form. */
function Conflict({ differences, address }: { differences: Difference[]; address: string }) {
  return (
    <section class="panel panel-error" aria-labelledby="conflict">
      <h2 id="conflict">这份稿件已被别人保存过</h2>
      <p>
        您写的内容都还在下面的表单里，没有丢失。下面列出两者不同的地方；请把需要的改进表单，再按“保存草稿”，将以表单的内容为准。也可以
        <a href={address} target="_blank" rel="noopener">
          在新窗口查看已保存的稿件
        </a>
        。
      </p>
      <Differences changes={differences} sides={['已保存的', '您的']} />
    </section>
  );
}

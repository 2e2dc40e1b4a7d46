import type { Site } from '../../layout/site.js';
import { boxText, type FormField } from '../form-field.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';

export interface EditorProps {
  site: Site;
  visitor: Visitor;
  title: string;
  action: string;
  kind: 'dataset' | 'document';
  fields: FormField[];
  values: Record<string, unknown>;
  /** Labels of code tables, by name. */
  choices: Record<string, string[]>;
  formedOn: string;
  departments: { code: string; name: string }[];
  /** Version of the draft; none for a new one. */
  version?: number;
  errors?: string[];
  wrong?: Record<string, string>;
}

/** The editor: every field with its help; without JavaScript a plain form. */
export function EditorPage(props: EditorProps) {
  const { site, visitor, title, action, kind, fields, values, choices, formedOn, departments, version, errors, wrong = {} } = props;
  return (
    <Frame site={site} title={title} visitor={visitor} errors={errors}>
      <PostForm action={action} csrf={visitor.csrf}>
        <input type="hidden" name="kind" value={kind} />
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        {version === undefined ? (
          <>
            <Line
              name="identifier"
              label="标识符"
              required
              value={typeof values.identifier === 'string' ? values.identifier : ''}
              help="本部门的稳定编号，全库唯一，不再改变；修改已发布的记录时填它的标识符"
            />
            {departments.length > 1 && (
              <p class="work-field">
                <label for="department">以哪个部门的名义</label>
                <select id="department" name="department">
                  {departments.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              </p>
            )}
          </>
        ) : (
          <input type="hidden" name="identifier" value={String(values.identifier)} />
        )}
        <Line
          name="formedOn"
          label="形成或变更日期"
          type="date"
          value={formedOn}
          help="公开期限由此起算：20 个工作日内公开（条例第二十六条）"
        />
        {fields.map((field) => (
          <Box
            key={field.name}
            field={field}
            values={values}
            choices={field.table ? (choices[field.table] ?? []) : []}
            wrong={wrong[field.name]}
          />
        ))}
        <p class="work-actions">
          <button type="submit">保存草稿</button>
        </p>
      </PostForm>
    </Frame>
  );
}

function Box({ field, values, choices, wrong }: { field: FormField; values: Record<string, unknown>; choices: string[]; wrong?: string }) {
  const { name, label, help, kind, required } = field;
  const id = `field-${name}`;
  const described = [help ? `${id}-help` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;
  const shared = { id, name, 'aria-describedby': described, 'aria-invalid': wrong ? ('true' as const) : undefined };
  const long = kind === 'area' || kind === 'items';
  return (
    <p class="work-field">
      <label for={id}>
        {label}
        {required && <span class="required">（提交时必填）</span>}
      </label>
      {long ? (
        <textarea {...shared} rows={name === 'body' ? 16 : 4}>
          {boxText(field, values)}
        </textarea>
      ) : (
        <input
          {...shared}
          type={kind === 'date' ? 'date' : 'text'}
          value={boxText(field, values)}
          list={choices.length > 0 ? `${id}-choices` : undefined}
        />
      )}
      {choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {help && (
        <span class="note" id={`${id}-help`}>
          {help}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </p>
  );
}

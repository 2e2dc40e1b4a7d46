import type { Department } from '../../../department/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';

/** Every department, and the way to register one. */
export function DepartmentsPage({ site, visitor, departments }: { site: Site; visitor: Visitor; departments: Department[] }) {
  return (
    <Frame site={site} title="部门" visitor={visitor}>
      <p>
        <a class="button" href="/workbench/departments/-new">
          登记部门
        </a>
      </p>
      <section class="panel">
        <h2>全部部门（{departments.length}）</h2>
        {departments.length === 0 && <p class="note">还没有部门。</p>}
        <ul class="tasks">
          {departments.map(({ code, name, creditCode, registered }) => (
            <li key={code}>
              <a href={`/workbench/departments/${encodeURIComponent(code)}`}>{name}</a>{' '}
              {!registered && <Badge tone="changed">未登记，只在记录中出现过</Badge>}
              <span class="note">
                {code}
                {creditCode && ` · ${creditCode}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
  );
}

/** What the boxes of the form hold, as text. */
export type DepartmentValues = Record<string, string>;

const BOXES: [name: string, label: string, help?: string, type?: string][] = [
  ['shortNames', '简称', '几个简称用顿号隔开；检索时按简称也能找到'],
  ['formerNames', '曾用名', '用顿号隔开；改全称时，原名自动加入'],
  ['creditCode', '统一社会信用代码', '18 位，末位校验；发布公开文件时用它编制索引号，没有代码就没有索引号'],
  ['region', '行政区划代码', '6 位或 12 位数字'],
  ['unit', '政府信息公开工作机构'],
  ['phone', '办公电话', undefined, 'tel'],
  ['fax', '传真', undefined, 'tel'],
  ['email', '办公邮箱', undefined, 'email'],
  ['address', '办公地址'],
  ['hours', '办公时间', '如：工作日 9:00–17:00'],
];

/** What 条例 Art. 20(2) wants known of an organ. */
const TEXTS: [name: string, label: string, help: string][] = [
  ['duties', '机关职能', '每行一项'],
  ['leaders', '负责人', '每行一位：职务、姓名和分工'],
  ['internalUnits', '内设机构', '每行一个'],
];

/** Registering a department, or mending what is known of one. */
export function DepartmentFormPage({
  site,
  visitor,
  code,
  values,
  errors,
}: {
  site: Site;
  visitor: Visitor;
  /** Absent for a new one. */
  code?: string;
  values: DepartmentValues;
  errors?: string[];
}) {
  const action = code === undefined ? '/workbench/departments' : `/workbench/departments/${encodeURIComponent(code)}`;
  return (
    <Frame site={site} title={code === undefined ? '登记部门' : `修改部门：${code}`} visitor={visitor} errors={errors}>
      <div class="panel">
        <PostForm action={action} csrf={visitor.csrf}>
          {code === undefined && (
            <Line
              name="code"
              label="部门编号"
              required
              value={values.code}
              help="由小写字母、数字、连字符组成，不以连字符开头；用在网址中，以后不变"
            />
          )}
          {values.version !== undefined && <input type="hidden" name="version" value={values.version} />}
          <Line name="name" label="全称" required value={values.name} />
          {BOXES.map(([name, label, help, type]) => (
            <Line key={name} name={name} label={label} help={help} type={type} value={values[name]} />
          ))}
          {TEXTS.map(([name, label, help]) => (
            <p key={name} class="work-field">
              <label for={name}>{label}</label>
              <textarea id={name} name={name} rows={5} aria-describedby={`${name}-help`}>
                {values[name]}
              </textarea>
              <span class="note" id={`${name}-help`}>
                {help}
              </span>
            </p>
          ))}
          <button type="submit">{code === undefined ? '登记' : '保存'}</button>
        </PostForm>
      </div>
      <p>
        <a href="/workbench/departments">返回全部部门</a>
      </p>
    </Frame>
  );
}

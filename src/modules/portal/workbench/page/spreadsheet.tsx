import { RESULT_LABELS, type SpreadsheetReport, XLSX } from '../../../catalog/index.js';
import type { Site } from '../../layout/site.js';
import type { Export } from '../workbench.service.js';
import { Frame, PostForm, type Visitor } from './frame.js';

interface SpreadsheetPageProps {
  site: Site;
  visitor: Visitor;
  departments: { code: string; name: string }[];
  exports: Export[];
  errors: string[];
}

const KINDS = { dataset: '信息资源目录', document: '公开文件目录' } as const;

/** Templates to fill in, what is published to go over, and a filled sheet to bring back. */
export function SpreadsheetPage({ site, visitor, departments, exports, errors }: SpreadsheetPageProps) {
  return (
    <Frame site={site} title="表格导入导出" visitor={visitor} errors={errors}>
      <div class="columns">
        <section class="panel" aria-labelledby="template">
          <h2 id="template">一、下载</h2>
          <ul class="downloads">
            {Object.entries(KINDS).map(([kind, label]) => (
              <li key={kind}>
                <a href={`/workbench/spreadsheet/template?kind=${kind}`}>{label}的空白模板</a>
              </li>
            ))}
            {exports.map(({ department, name, kind, part, parts }) => (
              <li key={`${department} ${kind} ${part}`}>
                <a href={`/workbench/spreadsheet/export?kind=${kind}&department=${encodeURIComponent(department)}&part=${part}`}>
                  {name}已发布的{KINDS[kind]}
                  {parts > 1 && `（第 ${part} / ${parts} 部分）`}
                </a>
              </li>
            ))}
          </ul>
          <p class="note">导出后在表里修改，再导入即可成批修改；没有改动的行不会产生稿件。每个文件最多 5,000 行。</p>
        </section>
        <section class="panel" aria-labelledby="import">
          <h2 id="import">二、导入填好的表格</h2>
          <PostForm action="/workbench/spreadsheet" csrf={visitor.csrf} files>
            <p class="work-field">
              <label for="kind">哪种目录</label>
              <select id="kind" name="kind">
                {Object.entries(KINDS).map(([kind, label]) => (
                  <option key={kind} value={kind}>
                    {label}
                  </option>
                ))}
              </select>
            </p>
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
            <p class="work-field">
              <label for="file">xlsx 文件</label>
              <input id="file" name="file" type="file" accept=".xlsx" required aria-describedby="file-help" />
              <span class="note" id="file-help">
                最多 5,000 行、20 MB。每行成为一份草稿或修改一份草稿，照常提交、审查、签发。
              </span>
            </p>
            <button type="submit">导入</button>
          </PostForm>
        </section>
      </div>
    </Frame>
  );
}

interface ResultProps {
  site: Site;
  visitor: Visitor;
  report: SpreadsheetReport;
  /** The marked workbook in base64, where anything was wrong. */
  copy?: string;
}

const LISTED = 200;

/** What became of every row, and the sheet with its wrong cells marked. */
export function SpreadsheetResultPage({ site, visitor, report, copy }: ResultProps) {
  const count = (result: keyof typeof RESULT_LABELS) => report.rows.filter((row) => row.result === result).length;
  const touched = report.rows.filter(({ result }) => result === 'created' || result === 'updated');
  return (
    <Frame site={site} title="导入结果" visitor={visitor}>
      <p class="lead">
        {(Object.keys(RESULT_LABELS) as (keyof typeof RESULT_LABELS)[])
          .map((result) => `${RESULT_LABELS[result]} ${count(result)} 行`)
          .join('，')}
        。
      </p>
      {copy && (
        <section class="panel panel-error">
          <h2>{report.flaws.length} 处要改</h2>
          <p>
            <a class="button" href={`data:${XLSX};base64,${copy}`} download={`${report.kind}-result.xlsx`}>
              下载标出错误的表格
            </a>
          </p>
          <p>不对的格子涂了颜色，批注里写着原因；改好后把这个文件再导入一次即可，已导入的行不会重复。</p>
          <ul>
            {report.flaws.slice(0, LISTED).map(({ sheet, cell, message }) => (
              <li key={sheet + cell + message}>
                {sheet} {cell}：{message}
              </li>
            ))}
          </ul>
          {report.flaws.length > LISTED && <p>另有 {report.flaws.length - LISTED} 处，见表格。</p>}
        </section>
      )}
      {touched.length > 0 && (
        <section class="panel">
          <h2>草稿（{touched.length}）</h2>
          <ul class="tasks">
            {touched.slice(0, LISTED).map(({ submission, title, identifier, result }) => (
              <li key={identifier}>
                <a href={`/workbench/submissions/${submission!}`}>{title || identifier}</a>
                <span class="note">
                  {RESULT_LABELS[result]} · {identifier}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a href="/workbench/submissions?state=draft">全部草稿，可以成批提交</a>
          </p>
        </section>
      )}
      <p>
        <a href="/workbench/spreadsheet">返回表格导入导出</a>
      </p>
    </Frame>
  );
}

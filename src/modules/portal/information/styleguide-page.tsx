import { Badge } from '../component/badge.js';
import { BarChart } from '../component/chart/bar-chart.js';
import { LineChart } from '../component/chart/line-chart.js';
import { DataTable } from '../component/data-table.js';
import { Fields } from '../component/fields.js';
import { Figures } from '../component/figures.js';
import { ChoiceField, ErrorSummary, InputField } from '../component/form-parts.js';
import { Icon, ICON_NAMES } from '../component/icon.js';
import { Pager } from '../component/pager.js';
import { Section } from '../component/section.js';
import { Toc } from '../component/toc.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';

const COLOURS = [
  ...['ink', 'ink-soft', 'paper', 'wash', 'line', 'edge', 'accent', 'accent-strong', 'accent-soft', 'mark'],
  ...['good', 'good-soft', 'changed', 'changed-soft', 'ended', 'ended-soft'],
];
const STEPS = ['-1', '0', '1', '2', '3', '4'];

/** Every component in its states, to look at while working on them; in the language of those who do. */
export function StyleguidePage({ site }: { site: Site }) {
  return (
    <Page
      site={site}
      title="Styleguide"
      path="/styleguide"
      style={site.styleguideStyle}
      hidden
      query="公积金"
      crumbs={[{ label: 'Styleguide' }]}
    >
      <h1>Styleguide 组件样例</h1>
      <Section id="type" title="Type 字号">
        {STEPS.map((step) => (
          <p key={step} class={`step step-${step}`}>
            --step-{step}：关于优化住房公积金个人住房贷款政策的意见，2024 年第 12 号 PDF 3.5 MB（试行）
          </p>
        ))}
      </Section>
      <Section id="colours" title="Colours 颜色">
        <ul class="swatches">
          {COLOURS.map((name) => (
            <li key={name}>
              <span class={`swatch swatch-${name}`} /> --{name}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="marks" title="Marks 标记">
        <p>
          <Badge>数据</Badge> <Badge tone="good">按期更新</Badge> <Badge tone="changed">已修改</Badge> <Badge tone="ended">废止</Badge>
        </p>
        <p class="notice">
          一句提示，里面有<a href="#marks">链接</a>。
        </p>
        <p class="notice notice-strong">
          本文件已废止，见<a href="#marks">《新的办法》</a>。
        </p>
        <p>
          正文里的<em lang="zh-CN">着重</em>、<strong>加粗</strong>、<mark>命中</mark>、<code>code_name</code>和<a href="#marks">链接</a>。
        </p>
      </Section>
      <Section id="icons" title="Icons 图标">
        <ul class="actions">
          {ICON_NAMES.map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="actions" title="Actions 操作">
        <div class="actions">
          <a class="button" href="#actions">
            <Icon name="download" />
            下载
          </a>
          <a class="button plain" href="#actions">
            <Icon name="share" />
            分享
          </a>
          <a href="#actions">文字链接</a>
        </div>
        <Pager first="#actions" next="#actions" />
      </Section>
      <Section id="values" title="Values 数值">
        <Figures
          figures={[
            { value: 12345, label: '份文件', href: '#values' },
            { value: '98.6%', label: '按时公开', note: '二十个工作日内' },
          ]}
        />
        <Fields
          fields={[
            ['索引号', '000014349/2017-00110'],
            ['发文机关', '澜川市人民政府办公室'],
          ]}
        />
        <DataTable
          caption="各部门公开情况"
          columns={[{ label: '部门' }, { label: '文件', number: true }, { label: '按时', number: true }]}
          rows={[
            { key: 'a', cells: ['市教育局', '120', '98.3%'] },
            { key: 'b', cells: ['市住房公积金管理中心', '1,024', '100%'] },
          ]}
        />
        <Toc
          entries={[
            { id: 'type', title: '第一章 总则' },
            { id: 'marks', title: '第一条', level: 2 },
          ]}
        />
      </Section>
      <Section id="charts" title="Charts 图">
        <div class="charts-pair">
          <BarChart
            id="bars"
            title="各月文件"
            description="四个月的文件，按期的多于逾期的。"
            labels={['2026-01', '2026-02', '2026-03', '2026-04']}
            labelHead="月份"
            unit="份"
            series={[
              { key: 'a', label: '按期', mark: 'solid', values: [12, 0, 7, 9] },
              { key: 'b', label: '逾期', mark: 'hatched', values: [3, 0, 2, 0] },
              { key: 'c', label: '无法判断', mark: 'open', values: [1, 0, 1, 2] },
              { key: 'd', label: '其他', mark: 'dotted', values: [2, 0, 1, null] },
            ]}
          />
          <LineChart
            id="lines"
            title="按期率"
            description="按期率在一半和全部之间，二月没有。"
            labels={['2026-01', '2026-02', '2026-03', '2026-04']}
            labelHead="月份"
            unit="%"
            most={100}
            fractions
            series={[
              { key: 'a', label: '本市', mark: 'solid', values: [80, null, 75, 100] },
              { key: 'b', label: '全省', mark: 'hatched', values: [60, 62.5, 50, 70] },
            ]}
          />
          <BarChart id="nothing" title="没有数值" description="没有数值。" labels={[]} labelHead="月份" unit="份" series={[]} />
        </div>
      </Section>
      <Section id="forms" title="Forms 表单">
        <ErrorSummary flaws={[{ field: 'mail', message: '请写一个邮箱地址，例如 name@example.cn' }]} />
        <form class="work-form" action="#forms" method="get">
          <InputField name="name" label="名称" help="说明写在这里" required value="岚川大学" />
          <InputField name="mail" label="电子邮箱" type="email" value="nobody" flaws={[{ field: 'mail', message: '请写一个邮箱地址' }]} />
          <InputField name="text" label="内容" lines={4} />
          <ChoiceField
            name="often"
            legend="多久一次"
            value="weekly"
            choices={[
              { value: 'daily', label: '每天' },
              { value: 'weekly', label: '每周' },
            ]}
          />
          <button type="submit">提交</button>
        </form>
      </Section>
    </Page>
  );
}

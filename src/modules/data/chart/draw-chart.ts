import { createHash } from 'node:crypto';
import type { EChartsOption } from 'echarts';
import type { ChartData } from './chart-data.js';
import { type ChartSpec, chartTitle, measureName } from './chart-spec.js';
import { harmless, unmarked } from './harmless-text.js';

/** Colours that people with colour-blindness tell apart (Okabe and Ito), dark enough on white. */
const PALETTE = ['#0072b2', '#b35a00', '#007a5a', '#a84f83', '#5b5b00', '#3a7ca5', '#8a3324', '#555555'];
// Within an attribute in double quotes.
const FONT = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const LONG_LABEL = 6;

/** 12345678 → 1,234.57万 */
export function shortNumber(value: number): string {
  const [scale, unit] = Math.abs(value) >= 1e8 ? [1e8, '亿'] : Math.abs(value) >= 1e4 ? [1e4, '万'] : [1, ''];
  return `${(value / scale).toLocaleString('en-US', { maximumFractionDigits: 2 })}${unit}`;
}

/** A chart as SVG, without scripts or anything from outside; the same for the same data. */
export async function drawChart(spec: ChartSpec, data: ChartData, { width, height }: { width: number; height: number }): Promise<string> {
  // Loaded when the first chart is drawn: most processes draw none.
  const echarts = await import('echarts');
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(optionOf(spec, data));
    return described(renamed(unmarked(chart.renderToSVGString())), chartTitle(spec), summaryOf(spec, data));
  } finally {
    chart.dispose();
  }
}

function optionOf(spec: ChartSpec, { points }: ChartData): EChartsOption {
  const base: EChartsOption = {
    animation: false,
    backgroundColor: '#ffffff',
    color: PALETTE,
    textStyle: { fontFamily: FONT, color: '#222222' },
    grid: { left: 16, right: 24, top: 40, bottom: 16, containLabel: true },
  };
  const value = {
    type: 'value' as const,
    name: harmless(measureName(spec)),
    nameTextStyle: { align: 'left' as const },
    axisLabel: { formatter: (number: number) => shortNumber(number), color: '#333333' },
  };
  const labels = points.map(({ label }) => harmless(label));
  const values = points.map((point) => point.value);
  switch (spec.kind) {
    case 'pie':
      return {
        ...base,
        series: [
          {
            type: 'pie',
            radius: ['35%', '70%'],
            data: points.map(({ label, value: size }) => ({ name: harmless(label), value: size ?? 0 })),
            label: { formatter: '{b} {d}%', color: '#222222' },
          },
        ],
      };
    case 'line':
      return {
        ...base,
        xAxis: { type: 'category', data: labels, axisLabel: { color: '#333333', hideOverlap: true } },
        yAxis: value,
        series: [{ type: 'line', data: values, showSymbol: points.length < 60, connectNulls: false }],
      };
    case 'scatter':
      return {
        ...base,
        grid: { left: 16, right: 24, top: 40, bottom: 48, containLabel: true },
        xAxis: {
          type: 'value',
          name: harmless(spec.x.name),
          nameLocation: 'middle',
          nameGap: 30,
          axisLabel: { formatter: (number: number) => shortNumber(number), color: '#333333' },
        },
        yAxis: value,
        series: [{ type: 'scatter', symbolSize: 6, itemStyle: { opacity: 0.6 }, data: points.map(({ x, value: y }) => [x ?? 0, y ?? 0]) }],
      };
    case 'bar': {
      // Long names are read across, so their bars lie.
      const lying = points.length > 12 || labels.some((label) => label.length > LONG_LABEL);
      const category = {
        type: 'category' as const,
        data: lying ? labels.toReversed() : labels,
        axisLabel: { color: '#333333', interval: 0, width: 180, overflow: 'truncate' as const },
      };
      return {
        ...base,
        xAxis: lying ? { ...value, name: '' } : category,
        yAxis: lying ? category : value,
        series: [{ type: 'bar', data: lying ? values.toReversed() : values, barMaxWidth: 36 }],
      };
    }
  }
}

/** One sentence of what a chart shows, for whoever does not see it. Pure. */
export function summaryOf(spec: ChartSpec, { points, cut }: ChartData): string {
  const known = points.filter((point): point is { label: string; value: number } => point.value !== null);
  if (known.length === 0) return '没有数据。';
  const most = known.reduce((best, point) => (point.value > best.value ? point : best));
  const least = known.reduce((best, point) => (point.value < best.value ? point : best));
  const more = cut ? `，只画出${spec.kind === 'bar' || spec.kind === 'pie' ? '最大的' : '前'} ${points.length} 项` : '';
  return `${chartTitle(spec)}，共 ${points.length} 项${more}；最大的是${most.label}，${shortNumber(most.value)}；最小的是${least.label}，${shortNumber(least.value)}。`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Names of classes count the charts of the process: the same data must give the same drawing, and two must not share a name. */
function renamed(svg: string): string {
  const names = new Map<string, string>();
  const own = createHash('sha256')
    .update(svg.replace(/zr\d+-[a-z]+-?\d+/g, ''))
    .digest('hex')
    .slice(0, 8);
  return svg.replace(/zr\d+-[a-z]+-?\d+/g, (name) => {
    if (!names.has(name)) names.set(name, `c${own}-${names.size}`);
    return names.get(name)!;
  });
}

/** The drawing with its name and summary, where screen readers look for them. */
function described(svg: string, title: string, summary: string): string {
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) =>
      `<svg${attributes} role="img" aria-label="${escaped(title).replaceAll('"', '&quot;')}"><title>${escaped(title)}</title><desc>${escaped(summary)}</desc>`,
  );
}

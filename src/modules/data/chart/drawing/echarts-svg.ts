import type { EChartsCoreOption } from 'echarts/core';
import { OWN_ID } from './frame-svg.js';
import { unmarked } from './harmless-text.js';

/** Loaded when the first chart is drawn: most processes draw none. */
async function load() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([charts.BarChart, charts.LineChart, charts.PieChart, charts.ScatterChart]);
  core.use([components.GridComponent, components.LegendComponent]);
  core.use([renderers.SVGRenderer]);
  return core;
}

let loaded: ReturnType<typeof load> | undefined;

/** The inside of an SVG that ECharts draws for an option, the same for the same option. */
export async function echartsBody(option: EChartsCoreOption, { width, height }: { width: number; height: number }): Promise<string> {
  const { init } = await (loaded ??= load());
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return unmarked(bodyOf(chart.renderToSVGString()));
  } finally {
    chart.dispose();
  }
}

/**
 * Classes count the charts of the process and serve a mouse only: they go. Ids become the drawing's own.
 * Styles in attributes become attributes, which a strict content security policy lets pass.
 */
function bodyOf(svg: string): string {
  const ids = new Map<string, string>();
  return svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style ?>[\s\S]*?<\/style>/g, '')
    .replace(/<[a-zA-Z][^<>]*>/g, (tag) =>
      tag
        .replace(/ (class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
        .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
        .replace(/zr\d+-[a-z]+-?\d+/g, (id) => {
          if (!ids.has(id)) ids.set(id, `${OWN_ID}-${ids.size}`);
          return ids.get(id)!;
        }),
    )
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\n?/, '')
    .replace(/\n+/g, '');
}

function attributesOf(style: string): string {
  const pairs = style.split(';').map((each) => each.split(':'));
  return pairs
    .filter(([name, value]) => value !== undefined && name !== 'font-family' && /^[a-z-]+$/.test(name!))
    .map(([name, value]) => (name === 'font' ? ` font-size="${/[\d.]+px/.exec(value!)?.[0] ?? '12px'}"` : ` ${name}="${value!}"`))
    .join('');
}

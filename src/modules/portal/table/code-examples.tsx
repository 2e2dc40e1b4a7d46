import { type DataTableModel, tableApiUrl } from '../../data/index.js';
import type { Site } from '../layout/site.js';

/** Programs that read this table, to copy. */
export function CodeExamples({ site, table, example }: { site: Site; table: DataTableModel; example: string | undefined }) {
  const base = `${site.baseUrl}${tableApiUrl(table.dataset, table.name)}`;
  const where = example ?? '';
  const query = where === '' ? '' : `where=${encodeURIComponent(where)}&`;
  const inPython = JSON.stringify(where);
  const programs: [string, string][] = [
    ['curl', `curl -sG '${base}/rows' --data-urlencode ${shellQuoted(`where=${where}`)} -d limit=10`],
    [
      'Python',
      `import pandas as pd, requests\n\nrows = requests.get(${JSON.stringify(`${base}/rows`)}, params={"where": ${inPython}, "limit": 1000}).json()["rows"]\ndf = pd.DataFrame(rows)\n\nwhole = pd.read_csv(${JSON.stringify(`${base}/exports/csv`)})`,
    ],
    [
      'JavaScript',
      `const query = new URLSearchParams({ where: ${JSON.stringify(where)}, limit: "1000" });\nconst { rows } = await (await fetch(\`${base}/rows?\${query}\`)).json();`,
    ],
    [
      'R',
      `rows <- jsonlite::fromJSON("${base}/rows?${query}limit=1000")$rows\nwhole <- read.csv("${base}/exports/csv", fileEncoding = "UTF-8-BOM", check.names = FALSE)`,
    ],
  ];
  return (
    <section class="panel quiet" aria-labelledby="programs">
      <h2 id="programs">用程序取数</h2>
      <p class="note">
        不需要登录。条件、分组、汇总的写法见 <a href={`${tableApiUrl(table.dataset, table.name)}/openapi.json`}>这张表的接口说明</a>。
      </p>
      {programs.map(([name, code]) => (
        <details key={name} open={name === 'curl'}>
          <summary>{name}</summary>
          <pre tabIndex={0}>
            <code>{code}</code>
          </pre>
        </details>
      ))}
    </section>
  );
}

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

import { tableApiUrl } from '../../data/index.js';
import { resourceIdOf } from '../../interop/index.js';

/** A program to copy. */
export interface ProgramExample {
  name: string;
  code: string;
}

/** Which rows of which table a program asks for. */
export interface ExampleTable {
  /** Address of the site, without a slash at its end. */
  baseUrl: string;
  dataset: string;
  name: string;
  /** A condition that finds something. */
  where: string | undefined;
}

/** Programs that ask for rows by the interface of the table itself. Pure. */
export function restExamples({ baseUrl, dataset, name, where }: ExampleTable): ProgramExample[] {
  const base = `${baseUrl}${tableApiUrl(dataset, name)}`;
  const rows = JSON.stringify(`${base}/rows`);
  const csv = JSON.stringify(`${base}/exports/csv`);
  const query = where ? `where=${encodeURIComponent(where)}&` : '';
  return [
    {
      name: 'curl',
      code: `curl -sG ${shellQuoted(`${base}/rows`)}${where ? ` --data-urlencode ${shellQuoted(`where=${where}`)}` : ''} -d limit=10`,
    },
    {
      name: 'Python',
      code: `import pandas as pd, requests

rows = requests.get(${rows}, params={${where ? `"where": ${JSON.stringify(where)}, ` : ''}"limit": 1000}).json()["rows"]
df = pd.DataFrame(rows)

whole = pd.read_csv(${csv})`,
    },
    {
      name: 'R',
      code: `rows <- jsonlite::fromJSON(${JSON.stringify(`${base}/rows?${query}limit=1000`)})$rows
whole <- read.csv(${csv}, fileEncoding = "UTF-8-BOM", check.names = FALSE)`,
    },
    {
      name: 'JavaScript',
      code: `const query = new URLSearchParams(${where ? `{ where: ${JSON.stringify(where)}, limit: "1000" }` : '{ limit: "1000" }'});
const { rows } = await (await fetch(${rows} + "?" + query)).json();`,
    },
  ];
}

const GRAPHQL = `query ($dataset: ID!, $table: ID!, $where: String) {
  dataset(identifier: $dataset) { table(name: $table) { rows(first: 10, where: $where) { rows nextCursor } } }
}`;

/** Commands that ask for the same rows by other protocols. Pure. */
export function protocolExamples({ baseUrl, dataset, name, where }: ExampleTable): ProgramExample[] {
  const graphql = { query: GRAPHQL.replace(/\s+/g, ' '), variables: { dataset, table: name, ...(where ? { where } : {}) } };
  const mcp = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'query_rows', arguments: { dataset, table: name, ...(where ? { where } : {}), limit: 10 } },
  };
  const json = "-H 'Content-Type: application/json'";
  return [
    { name: 'GraphQL', code: `curl -s ${shellQuoted(`${baseUrl}/graphql`)} ${json} -d ${shellQuoted(JSON.stringify(graphql))}` },
    {
      name: 'CKAN',
      code: `curl -sG ${shellQuoted(`${baseUrl}/api/3/action/datastore_search`)} --data-urlencode ${shellQuoted(`resource_id=${resourceIdOf({ identifier: dataset, table: name })}`)} -d limit=10`,
    },
    {
      name: 'MCP',
      code: `curl -s ${shellQuoted(`${baseUrl}/mcp`)} ${json} -H 'Accept: application/json, text/event-stream' -d ${shellQuoted(JSON.stringify(mcp))}`,
    },
  ];
}

/** A text as one word of a shell. Pure. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSampleApplication } from '../../support/sample-application.js';
import { ask, call, connectClient } from './mcp-fixture.js';
let running: any, client: any;
beforeAll(async () => { running = await createSampleApplication(); client = await connectClient(running); }, 120000);
afterAll(async () => { await client?.close(); await running?.close(); });
it('x', async () => {
  for (const [n, a] of [['search',{q:'公积金贷款最高能贷多少',limit:3}],['get_record',{identifier:'lanchuan-doc-rsj-talent-old'}],['list_facets',{facets:['department']}],['find_document_by_number',{number:'澜人社规[2021]1'}],['describe_table',{dataset:'lanchuan-ds-fgw-010'}],['query_rows',{dataset:'lanchuan-ds-fgw-010',limit:3}],['similar',{identifier:'lanchuan-ds-fgw-010'}],['query_rows',{dataset:'lanchuan-ds-fgw-010',where:'县去 = 1'}],['search',{limit:1000,foo:1}]] as any) {
    const t=performance.now(); const r = await call(client, n, a); console.log(n, Math.round(performance.now()-t)+'ms', r.content[0].text.slice(0,1500), JSON.stringify(r._meta ?? ''));
  }
}, 60000);

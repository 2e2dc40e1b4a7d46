import { afterAll, beforeAll, expect, it } from 'vitest';
import { Notifier } from '../../src/modules/catalog/notice/notifier.js';
import { DepartmentService } from '../../src/modules/department/index.js';
import { AccountService, OPERATOR } from '../../src/modules/identity/index.js';
import { inTransaction } from '../../src/modules/platform/database/index.js';
import { Jobs } from '../../src/modules/platform/job/index.js';
import { DataSource } from 'typeorm';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { createTestApplication, type TestApplication } from '../support/test-application.js';

let running: TestApplication;
let mail: MailServer;

beforeAll(async () => {
  mail = await startMailServer();
  const smtpUrl = `smtp://127.0.0.1:${mail.port}`;
  running = await createTestApplication({ port: 0, host: '127.0.0.1', smtpUrl, mailFrom: '好找 <haozhao@example.org>' });
  await running.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await running?.close();
  await mail?.close();
});

it('lead to the port that the system chose, in pages and in mail', async () => {
  const address = await running.app.getUrl();
  const page = await (await fetch(`${address}/`)).text();
  expect(page).toContain(`${address}/`);
  await running.app.get(DepartmentService).register([{ code: 'a', name: '甲局', registered: true }]);
  await running.app.get(AccountService).create({ name: 'l.editor', personName: '甲', email: 'l@example.org' }, OPERATOR);
  const draft = {
    kind: 'step',
    key: 'k',
    subject: '待办',
    text: '请办理。',
    link: '/workbench/x',
    dueOn: null,
    to: { account: 'l.editor' },
  };
  await inTransaction(running.app.get(DataSource), (transaction) => running.app.get(Notifier).tell(transaction, [draft as never]));
  await running.app.get(Jobs).runPending();
  expect(mail.taken[0]!.text).toContain(`${address}/workbench/x`);
});

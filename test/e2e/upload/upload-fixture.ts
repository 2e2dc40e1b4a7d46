import { createHash } from 'node:crypto';
import request from 'supertest';
import { DepartmentService } from '../../../src/modules/department/index.js';
import type { Config } from '../../../src/modules/platform/config/index.js';
import { filesBelow } from '../../contracts/file-store.contract.js';
import { createTestApplication, type TestApplication } from '../../support/test-application.js';
import { type Person, personWith } from '../access/people.js';

export const hashOf = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

/** Two departments, their people, and what can be seen of the files they bring. */
export interface UploadFixture {
  running: TestApplication;
  editor: Person;
  reviewer: Person;
  stranger: Person;
  /** As a form with the field `file`. */
  upload: (person: Person, name: string, content: Buffer | string, fields?: Record<string, string>) => request.Test;
  get: (person: Person, path: string) => request.Test;
  /** Rows of files and uploads, and names of all files in DATA_DIR: equal before and after when nothing is left of a try. */
  traces: () => Promise<{ rows: unknown[]; files: string[] }>;
}

export async function startUploads(settings: Partial<Config> = {}): Promise<UploadFixture> {
  const running = await createTestApplication(settings);
  await running.app.get(DepartmentService).register([
    { code: 'a', name: '甲局', registered: true },
    { code: 'b', name: '乙局', registered: true },
  ]);
  const editor = await personWith(running, 'upload.editor', [{ role: 'editor', department: 'a' }]);
  const reviewer = await personWith(running, 'upload.reviewer', [{ role: 'secrecyReviewer', department: 'a' }]);
  const stranger = await personWith(running, 'upload.stranger', [{ role: 'editor', department: 'b' }]);
  const as = ({ token }: Person) => ({ Authorization: `Bearer ${token}` });
  const api = () => request(running.app.getHttpServer());
  return {
    running,
    editor,
    reviewer,
    stranger,
    upload: (person, name, content, fields = {}) => {
      const asked = api().post('/api/v1/files').set(as(person));
      for (const [field, value] of Object.entries(fields)) void asked.field(field, value);
      return asked.attach('file', Buffer.from(content), { filename: name, contentType: 'application/octet-stream' });
    },
    get: (person, path) => api().get(path).set(as(person)),
    traces: async () => ({
      rows: await running.query(
        'SELECT f.sha256, u.department, u.name FROM stored_file f LEFT JOIN file_upload u USING (sha256) ORDER BY 1, 2',
      ),
      files: (await filesBelow(running.config.dataDir)).filter((name) => name !== 'secret.key').sort(),
    }),
  };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MALICIOUS } from '../../support/crafted-file.js';
import { hashOf, startUploads, type UploadFixture } from './upload-fixture.js';

let fixture: UploadFixture;
beforeAll(async () => {
  fixture = await startUploads();
});
afterAll(() => fixture.running.close());

describe('a malicious file is refused with its reason, logged, and nothing of it stays', () => {
  it('in more than twenty ways', () => expect(MALICIOUS.length).toBeGreaterThan(20));

  it.each(MALICIOUS)('%s', async (_, rule, name, content) => {
    const before = await fixture.traces();
    const { body } = await fixture.upload(fixture.editor, name, content).expect(422);
    const { detail, errors } = body as { detail: string; errors: { field: string }[] };
    expect(detail).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(errors.map(({ field }) => field)).toEqual(['file']);
    expect(await fixture.traces()).toEqual(before);
    const [logged] = await fixture.running.query<{ action: string; actor: string; object_id: string }>(
      'SELECT action, actor, object_id FROM audit_event ORDER BY seq DESC LIMIT 1',
    );
    expect(logged).toEqual({ action: 'file.refused', actor: 'upload.editor', object_id: `${hashOf(content)} ${rule} ${name}` });
  });
});

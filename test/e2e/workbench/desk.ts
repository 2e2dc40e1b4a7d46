import request from 'supertest';
import type { Grant } from '../../../src/modules/identity/index.js';
import { codeOf, personWith } from '../access/people.js';
import type { TestApplication } from '../../support/test-application.js';

/** A person at the workbench: pages are read and forms sent as a browser would, without JavaScript. */
export class Desk {
  private constructor(
    private readonly running: TestApplication,
    private readonly cookie: string,
    readonly csrf: string,
  ) {}

  static async of(running: TestApplication, name: string, grants: Grant[]): Promise<Desk> {
    const person = await personWith(running, name, grants);
    const api = request(running.app.getHttpServer());
    const first = await api.post('/workbench/sign-in').type('form').send({ name: person.name, password: person.password });
    let cookie = cookieOf(first.headers);
    if (person.secret) {
      const page = await api.get('/workbench/second-factor').set('Cookie', cookie);
      const sent = await api
        .post('/workbench/second-factor')
        .set('Cookie', cookie)
        .type('form')
        .send({ _csrf: tokenOf(page.text), code: codeOf(person.secret, 1) });
      cookie = cookieOf(sent.headers);
    }
    const home = await api.get('/workbench').set('Cookie', cookie).expect(200);
    return new Desk(running, cookie, tokenOf(home.text));
  }

  get(path: string) {
    return request(this.running.app.getHttpServer()).get(path).set('Cookie', this.cookie);
  }

  /** Sends a form with the token of the session, unless it brings another. */
  post(path: string, form: Record<string, unknown> = {}) {
    return request(this.running.app.getHttpServer())
      .post(path)
      .set('Cookie', this.cookie)
      .type('form')
      .send({ _csrf: this.csrf, ...form });
  }

  put(path: string, version: number, form: Record<string, unknown>) {
    return request(this.running.app.getHttpServer())
      .put(path)
      .set('Cookie', this.cookie)
      .set('If-Match', `"r${version}"`)
      .set('X-CSRF-Token', this.csrf)
      .set('Accept', 'application/json')
      .type('form')
      .send(form);
  }

  /** Sends a form that carries a file; without a name it is a workbook. */
  upload(path: string, bytes: Buffer, fields: Record<string, string>, { csrf = this.csrf, filename = 'sheet.xlsx' } = {}) {
    const sent = request(this.running.app.getHttpServer()).post(path).set('Cookie', this.cookie).field('_csrf', csrf);
    for (const [name, value] of Object.entries(fields)) void sent.field(name, value);
    return sent.attach('file', bytes, { filename });
  }
}

const cookieOf = (headers: Record<string, unknown>): string =>
  [headers['set-cookie']]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ');

const tokenOf = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Id of the submission to which an answer leads. */
export const idIn = ({ headers }: { headers: Record<string, string> }): string => headers.location!.split('/').at(-1)!;

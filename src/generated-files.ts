import { Pool } from 'pg';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createApplication } from './application.js';
import { Config, settingsTable } from './modules/platform/config/index.js';
import { dataSource } from './modules/platform/database/index.js';
import { openApiDocument } from './modules/platform/http/index.js';
import { crosswalkTable } from './modules/interop/index.js';
import { Log } from './modules/platform/logging/index.js';
import { entities } from './runtime.js';

/** A committed file and what it should hold. */
export interface GeneratedFile {
  file: string;
  content: string;
}

const MARKS = /(<!-- settings:start -->)[\s\S]*?(<!-- settings:end -->)/;
const CROSSWALK = /(<!-- crosswalk:start -->)[\s\S]*?(<!-- crosswalk:end -->)/;

/** Every committed file that is made from the code, as it should be; needs no database. `read` gives what a file holds now. */
export async function generatedFiles(read: (file: string) => Promise<string>): Promise<GeneratedFile[]> {
  const app = await unconnectedApplication();
  try {
    const sdl = printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema));
    const [readme, api] = await Promise.all([read('README.md'), read('docs/api.md')]);
    return [
      { file: 'src/graphql/schema.graphql', content: `# Made by npm run generate.\n\n${sdl}\n` },
      { file: 'openapi/haozhao.v1.json', content: `${JSON.stringify(openApiDocument(app), null, 2)}\n` },
      ...(MARKS.test(readme) ? [{ file: 'README.md', content: readme.replace(MARKS, `$1\n\n${settingsTable()}\n\n$2`) }] : []),
      ...(CROSSWALK.test(api) ? [{ file: 'docs/api.md', content: api.replace(CROSSWALK, `$1\n\n${crosswalkTable()}\n\n$2`) }] : []),
    ];
  } finally {
    await app.close();
  }
}

/** The application around a database that is never opened: enough to ask what it serves. */
async function unconnectedApplication() {
  const config = new Config();
  const source = dataSource({ url: 'postgres://127.0.0.1/unused', pool: 1, entities });
  // Consumers of the outbox sign in when the application starts.
  source.query = () => Promise.resolve([] as never);
  const searchPool = new Pool({ max: 1 });
  return createApplication(config, { source, searchPool, databaseUrl: '', close: () => Promise.resolve() }, new Log('error'));
}

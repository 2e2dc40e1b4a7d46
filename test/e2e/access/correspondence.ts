import { readFileSync } from 'node:fs';

const PAGE = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8').split('### What corresponds')[1]!;
const OPERATION = '`((?:GET|POST|PUT|DELETE|PATCH) /api/v1/[^`]+)`';

/** REST operation → field of GraphQL (`field`, or `Type.field`), as docs/api.md tells its readers. */
export const TWINS: [rest: string, field: string][] = rowsOf(new RegExp(`^\\| ${OPERATION} +\\| \`([A-Za-z.]+)\` +\\|$`, 'gm'));

/** REST operation → why it has no field, as docs/api.md tells its readers. */
export const REST_ALONE: [rest: string, reason: string][] = rowsOf(new RegExp(`^\\| ${OPERATION} +\\| ([^\`].*?) +\\|$`, 'gm'));

function rowsOf(pattern: RegExp): [string, string][] {
  return [...PAGE.matchAll(pattern)].map(([, rest = '', other = '']) => [rest, other]);
}

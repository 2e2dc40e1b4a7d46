import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf } from './query-cost.js';

const schema = buildSchema(`
  interface Record { title: String related: [Related!]! }
  type Dataset implements Record { title: String related: [Related!]! department: Department }
  type Related { record: Record }
  type Department { name: String records(first: Int = 20): Page }
  type Page { edges: [Edge!]! totalCount: Int }
  type Edge { node: Record }
  type Query { records(first: Int = 20): Page  departments: [Department!]!  search(limit: Int = 20): Page }
`);

function measure(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
  return costOf(schema, document, operation, variables);
}

describe('costOf', () => {
  it.each([
    ['{ records(first: 10) { edges { node { title } } } }', { depth: 4, cost: 1 + (1 + 10 * 2), roots: 1 }],
    ['{ records { edges { node { title } } } }', { depth: 4, cost: 1 + (1 + 20 * 2), roots: 1 }],
    ['{ departments { name } }', { depth: 2, cost: 1 + 10, roots: 1 }],
    ['{ a: departments { name } b: departments { name } }', { depth: 2, cost: 22, roots: 2 }],
    ['{ departments { records(first: 100) { edges { node { title } } } } }', { depth: 5, cost: 1 + 10 * (1 + 1 + 100 * 2), roots: 1 }],
    ['{ search(limit: 5) { totalCount } }', { depth: 2, cost: 200 + 20, roots: 1 }],
    [
      '{ records(first: 1) { ...p } } fragment p on Page { edges { node { ... on Dataset { department { name } } } } }',
      { depth: 5, cost: 5, roots: 1 },
    ],
    ['{ records(first: 1) { edges { node { related { record { title } } } } } }', { depth: 6, cost: 1 + 1 + 1 + 1 + 10 * 2, roots: 1 }],
    ['{ __schema { types { fields { type { ofType { ofType { name } } } } } } }', { depth: 1, cost: 1, roots: 1 }],
  ])('%s', (query, expected) => {
    expect(measure(query)).toEqual(expected);
  });

  it('reads page sizes from variables', () => {
    expect(measure('query ($n: Int) { records(first: $n) { edges { node { title } } } }', { n: 50 }).cost).toBe(1 + (1 + 50 * 2));
  });

  it('gives up on fragments that multiply', () => {
    const fragments = Array.from({ length: 40 }, (_, i) => `fragment f${i} on Page { ...f${i + 1} ...f${i + 1} }`).join('\n');
    expect(measure(`{ records { ...f0 } } ${fragments} fragment f40 on Page { totalCount }`).cost).toBe(Infinity);
  });
});

import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, type GraphQLOutputType, isInterfaceType, isLeafType, isNonNullType, isObjectType } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../../src/graphql/schema.graphql', import.meta.url), 'utf8'));

/** Fields inside fields that are followed. */
const DEPTH = 4;
/** Of each list: enough for what a test plants, little enough for one query. */
const PAGE = 6;
const pageOf = ({ args }: { args: readonly { name: string }[] }) =>
  args.filter(({ name }) => name === 'first' || name === 'limit').map(({ name }) => `${name}: ${PAGE}`);
const inBrackets = (given: readonly string[]) => (given.length > 0 ? `(${given.join(', ')})` : '');
/** What would be read twice, or costs more than one query may: they have queries of their own. */
const NOT_FOLLOWED = new Set(['related', 'revisions', 'department', 'departments', 'totalCount']);

/** Every field of a type that needs no argument, and of the types that implement it. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return NOT_FOLLOWED.has(field.name) ? [] : [field.name];
    const needsArgument = field.args.some(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined);
    return depth === 0 || needsArgument || NOT_FOLLOWED.has(field.name)
      ? []
      : [`${field.name}${inBrackets(pageOf(field))} ${selectionOf(field.type, depth - 1)}`];
  });
  // Aliases, since the same name may have another type in each.
  const kinds = isInterfaceType(named)
    ? schema.getPossibleTypes(named).map((kind) => `... on ${kind.name} { ${ownOf(kind.name, fields).join(' ')} }`)
    : [];
  return `{ __typename ${[...fields, ...kinds].join(' ')} }`;
}

function ownOf(kind: string, known: readonly string[]): string[] {
  const type = schema.getType(kind);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
    isLeafType(getNamedType(of)) && !known.includes(name) ? [`${kind}_${name}: ${name}`] : [],
  );
}

/** Every field of Query with all that it has, asked with each of the values that its required arguments may take. */
export function wholeQueries(values: Record<string, readonly string[]>): { field: string; query: string }[] {
  return Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const { name, args, type } = field;
    const given = args.filter(
      ({ name: argument, type: of, defaultValue }) => argument === 'q' || (isNonNullType(of) && defaultValue === undefined),
    );
    const ways = given.reduce<string[][]>(
      (before, argument) => {
        const known = values[argument.name];
        if (!known) throw new Error(`the test has no value for ${argument.name} of ${name}`);
        const text = (value: string) => (getNamedType(argument.type).name === 'Int' ? value : JSON.stringify(value));
        return before.flatMap((way) => known.map((value) => [...way, `${argument.name}: ${text(value)}`]));
      },
      [[]],
    );
    return ways.map((way) => ({ field: name, query: `{ ${name}${inBrackets([...way, ...pageOf(field)])} ${selectionOf(type, DEPTH)} }` }));
  });
}

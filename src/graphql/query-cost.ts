import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What one operation may ask for. */
export interface QueryLimits {
  /** Fields inside fields. */
  depth: number;
  /** Fields that may have to be resolved, lists counted with their size. */
  cost: number;
  /** Fields of the operation itself, aliases included. */
  roots: number;
}

/** What an operation asks for, in the terms of `QueryLimits`. */
export type QueryCost = QueryLimits;

/** Fields that cost far more than reading a value: each stands for so many. */
const EXPENSIVE = new Map([
  ['search', 200],
  ['suggest', 50],
  ['totalCount', 20],
  ['vocabularies', 100],
  ['departmentBoard', 100],
  ['proof', 50],
  ['auditEvents', 50],
]);

/** Assumed length of a list that has no page size. */
const USUAL_LENGTH = 10;

/** Selections looked at before an operation is given up as too costly; fragments can multiply without end. */
const MOST_VISITS = 20_000;

type Composite = { getFields(): Record<string, GraphQLField<unknown, unknown>> } | undefined;

/** Measures an operation that is valid for the schema: its depth, what it costs and how many root fields it has. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): QueryCost {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  let visits = 0;

  const ofField = (node: FieldNode, parent: Composite, pageSize?: number): QueryCost => {
    const field = parent?.getFields()[node.name.value];
    // Introspection is answered from memory and has a limit of its own in graphql-js.
    if (!field) return { depth: 1, cost: 1, roots: 1 };
    const inner = node.selectionSet
      ? ofSelections(node.selectionSet, fieldsOf(schema, field), pageSizeOf(node, field, variables))
      : { depth: 0, cost: 0 };
    return {
      depth: inner.depth + 1,
      cost: (EXPENSIVE.get(node.name.value) ?? 1) + inner.cost * multiplierOf(field, pageSize),
      roots: 1,
    };
  };

  const ofSelections = (set: SelectionSetNode, parent: Composite, pageSize?: number): QueryCost => {
    const total: QueryCost = { depth: 0, cost: 0, roots: 0 };
    for (const selection of set.selections) {
      if (++visits > MOST_VISITS) return { depth: total.depth, cost: Infinity, roots: total.roots };
      const part = selection.kind === Kind.FIELD ? ofField(selection, parent, pageSize) : ofFragment(selection, parent, pageSize);
      total.depth = Math.max(total.depth, part.depth);
      total.cost += part.cost;
      total.roots += part.roots;
    }
    return total;
  };

  const ofFragment = (
    selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    parent: Composite,
    pageSize?: number,
  ): QueryCost => {
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) return { depth: 0, cost: 0, roots: 0 };
    const named = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : undefined;
    return ofSelections(fragment.selectionSet, isObjectType(named) || isInterfaceType(named) ? named : parent, pageSize);
  };

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation) as GraphQLObjectType | undefined);
}

function fieldsOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Composite {
  const type = getNamedType(field.type);
  return isCompositeType(type) && (isObjectType(type) || isInterfaceType(type)) ? (schema.getType(type.name) as Composite) : undefined;
}

/** Page size that a field is given, or has by default; undefined for a field without pages. */
function pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Record<string, unknown>): number | undefined {
  const size = field.args.find(({ name }) => name === 'first' || name === 'limit');
  if (!size) return undefined;
  const given = node.arguments?.find(({ name }) => name.value === size.name)?.value;
  return Math.max(1, numberOf(given, variables) ?? Number(size.defaultValue ?? USUAL_LENGTH));
}

/** How often what is inside a field has to be resolved: lists of a page have its size. */
function multiplierOf(field: GraphQLField<unknown, unknown>, pageSize: number | undefined): number {
  const type = isNonNullType(field.type) ? (field.type.ofType as unknown) : field.type;
  return isListType(type) ? (pageSize ?? USUAL_LENGTH) : 1;
}

function numberOf(value: ValueNode | undefined, variables: Record<string, unknown>): number | undefined {
  if (value?.kind === Kind.INT) return Number(value.value);
  const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return typeof given === 'number' ? given : undefined;
}

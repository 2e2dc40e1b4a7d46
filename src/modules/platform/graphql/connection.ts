import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Flag, Text, Whole } from '../../kernel/field/index.js';

/** Where a page stands in its list (Relay cursor connections). */
@ObjectType()
export class PageInfo {
  @Flag({ description: '后面还有' })
  hasNextPage: boolean;

  @Flag({ description: '不是第一页' })
  hasPreviousPage: boolean;

  @Text({ description: '本页第一条的游标', optional: true })
  startCursor: string | null;

  @Text({ description: '本页最后一条的游标，作为下一页的 after', optional: true })
  endCursor: string | null;
}

/** Arguments of every connection. */
@ArgsType()
export class ConnectionArgs {
  @Whole({ description: '取前几条', min: 1, max: 100, optional: true })
  first: number = 20;

  @Text({ description: '上一页的 endCursor', max: 500, optional: true })
  after?: string | null;
}

/** A page of nodes with their cursors. The total is counted only when it is asked for. */
export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
}

type NodeClass = abstract new (...parameters: never[]) => object;

/** Base of the GraphQL type `<name>Connection`, with `<name>Edge` over a node type. */
export function connectionType(name: string, node: () => NodeClass): new () => object {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Text({ description: '游标' })
    cursor: string;

    @Field(node as never, { description: '这一条' })
    node: object;
  }

  @ObjectType({ isAbstract: true })
  class ConnectionModel {
    @Field(() => [Edge], { description: '本页' })
    edges: Edge[];

    @Field(() => PageInfo, { description: '翻页' })
    pageInfo: PageInfo;

    @Whole({ description: '总数' })
    totalCount: number;
  }
  return ConnectionModel;
}

/** A connection made of one page. */
export function connectionOf<Node>(
  page: { nodes: Node[]; cursors: string[]; hasNext: boolean; after?: string | null },
  count: () => Promise<number>,
): Connection<Node> {
  return {
    edges: page.nodes.map((node, index) => ({ cursor: page.cursors[index]!, node })),
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: Boolean(page.after),
      startCursor: page.cursors[0] ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
    get totalCount() {
      return count();
    },
  };
}

import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { costOf, type QueryLimits } from './query-cost.js';

/** Room for what a page of any client needs, far below what would keep a server busy. */
export const LIMITS: QueryLimits = { depth: 12, cost: 12_000, roots: 10 };

const SAYING: Record<keyof QueryLimits, (asked: number, most: number) => string> = {
  depth: (asked, most) => `查询嵌套 ${asked} 层，最多 ${most} 层，请分几次查询。`,
  cost: (asked, most) =>
    `查询过大：约需 ${Number.isFinite(asked) ? asked : '无数'} 个字段，最多 ${most} 个，请减小 first 或 limit，或少取一些字段。`,
  roots: (asked, most) => `一次查询了 ${asked} 项，最多 ${most} 项，请分几次查询。`,
};

/** Refuses an operation that asks for too much, before any of it is resolved. */
export function limitsPlugin(limits: QueryLimits = LIMITS): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request }) => {
          if (!operation) return Promise.resolve();
          const asked = costOf(schema, document, operation, request.variables ?? {});
          for (const name of ['roots', 'depth', 'cost'] as const) {
            if (asked[name] <= limits[name]) continue;
            const extensions = { code: 'QUERY_TOO_LARGE', [name]: asked[name], limit: limits[name], http: { status: 400 } };
            throw new GraphQLError(SAYING[name](asked[name], limits[name]), { extensions });
          }
          return Promise.resolve();
        },
      }),
  };
}

import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { Log } from '../modules/platform/logging/index.js';
import { formatError } from './format-error.js';
import { landingPagePlugin } from './landing-page.js';
import { limitsPlugin } from './limits.plugin.js';
import { statusPlugin } from './over-http.js';
import { SchemaController } from './schema.controller.js';

/** Longest query in tokens; the largest that a client of ours sends has a few hundred. */
const MOST_TOKENS = 5000;

/** The GraphQL surface: resolvers live in their modules, here is what they share. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Log],
      useFactory: (log: Log) => ({
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        inheritResolversFromInterfaces: true,
        graphiql: false,
        introspection: true,
        csrfPrevention: true,
        allowBatchedHttpRequests: false,
        includeStacktraceInErrorResponses: false,
        parseOptions: { maxTokens: MOST_TOKENS },
        persistedQueries: false,
        logger: {
          debug: () => undefined,
          info: () => undefined,
          warn: (text: string) => log.warn(text),
          error: (text: string) => log.error(text),
        },
        formatError: formatError(log),
        plugins: [limitsPlugin(), statusPlugin(), landingPagePlugin()],
      }),
    }),
  ],
  controllers: [SchemaController],
})
export class GraphqlModule {}

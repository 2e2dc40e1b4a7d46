import { Args, Query, Resolver } from '@nestjs/graphql';
import { AuditRepository, type ChainedEntry } from '../../audit/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { Needs } from '../policy/needs.js';
import { realTimes } from './audit-export.js';
import { AuditEventModel, AuditPageQuery } from './audit.model.js';

/** The audit log by GraphQL, for auditors. */
@Resolver(() => AuditEventModel)
@Needs('audit.read')
export class AuditResolver {
  constructor(private readonly audit: AuditRepository) {}

  @Query(() => [AuditEventModel], { description: '审计日志，新的在前' })
  auditEvents(@Args() args: AuditPageQuery): Promise<ChainedEntry[]> {
    const { limit, before, ...filter } = queryArgs(AuditPageQuery, args);
    return this.audit.search(realTimes(filter), before ?? null, limit);
  }
}

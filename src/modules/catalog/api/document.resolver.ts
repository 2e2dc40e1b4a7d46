import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Department, DepartmentLoader } from '../../department/index.js';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { type Connection, connectionOf, type GraphqlContext, mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { RecordReader } from '../read/record-reader.js';
import { Document } from '../record/record.model.js';
import { DocumentInput } from '../record/record.input.js';
import { WriteResult } from './record-answers.js';
import { IdentifierArgs, KindListArgs, RevisionArgs } from './record.args.js';
import { DocumentConnection } from './record.connection.js';
import { RecordLoaders } from './record.loader.js';
import { RecordApiService } from './record-api.service.js';
import { contextOf } from './write-context.js';
import { Open } from '../../platform/access/index.js';

/** Documents by GraphQL. */
@Open()
@Resolver(() => Document)
export class DocumentResolver {
  constructor(
    private readonly reader: RecordReader,
    private readonly records: RecordApiService,
    private readonly loaders: RecordLoaders,
    private readonly departmentsByCode: DepartmentLoader,
  ) {}

  @Query(() => Document, { description: '一份公开文件的全部内容' })
  document(@Args() args: IdentifierArgs): Promise<Document> {
    return this.reader.get(queryArgs(IdentifierArgs, args).identifier, 'document');
  }

  @Query(() => DocumentConnection, { description: '公开文件，按入库先后' })
  async documents(@Args() args: KindListArgs): Promise<Connection<Document>> {
    const { department, first, after } = queryArgs(KindListArgs, args);
    const { records, ...page } = await this.reader.page({ kind: 'document', department, limit: first, cursor: after }, 'after');
    return connectionOf({ nodes: records as Document[], ...page, after }, () => this.reader.count('document', department));
  }

  @Mutation(() => WriteResult, { description: '新增公开文件' })
  @Idempotent()
  @Needs('record.publishDirectly')
  createDocument(
    @Args('input') input: DocumentInput,
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
  ): Promise<WriteResult> {
    return this.records.create({ kind: 'document', input: mutationInput(DocumentInput, input) }, contextOf(actor, req));
  }

  @Mutation(() => WriteResult, { description: '以新内容替换公开文件' })
  @Idempotent()
  @Needs('record.publishDirectly')
  updateDocument(
    @Args() args: RevisionArgs,
    @Args('input') input: DocumentInput,
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
  ): Promise<WriteResult> {
    // `args` holds the input too, which is validated by its own class.
    const { identifier, revision } = mutationInput(RevisionArgs, { identifier: args.identifier, revision: args.revision });
    return this.records.replace(
      { kind: 'document', input: mutationInput(DocumentInput, input) },
      identifier,
      revision,
      contextOf(actor, req),
    );
  }

  @ResolveField(() => [Department], { description: '发文机关，主办机关在前' })
  async departments(@Parent() { departmentCodes }: Document, @Context() context: GraphqlContext): Promise<Department[]> {
    const found = await Promise.all(departmentCodes.map((code) => this.departmentsByCode.load(context, code)));
    return found.filter((department) => department !== undefined);
  }

  /** Lists are read without bodies; whoever asks for them gets them, all in one statement. */
  @ResolveField(() => String, { nullable: true, description: '正文：纯文本，或经清理的 HTML' })
  async body(@Parent() { identifier, body }: Document, @Context() context: GraphqlContext): Promise<string | null> {
    if (body) return body;
    const whole = await this.loaders.record.load(context, identifier);
    return (whole as Document | undefined)?.body ?? null;
  }
}

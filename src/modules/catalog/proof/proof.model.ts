import { ObjectType } from '@nestjs/graphql';
import { Choice, Flag, Key, NestedList, Text, Whole } from '../../kernel/field/index.js';

/** One revision and its signature. */
@ObjectType()
export class RevisionProof {
  @Whole({ description: '修订号', min: 1 })
  revision: number;

  @Choice({ description: '动作', values: ['created', 'updated', 'withdrawn', 'validity'] })
  action: string;

  @Text({ description: '时间', format: 'date-time' })
  at: string;

  @Text({ description: '内容的 SHA-256' })
  contentHash: string;

  @Text({ description: '签名密钥的编号', optional: true })
  keyId: string | null;

  @Text({ description: '签名；有签名之前的修订没有', max: 500, optional: true })
  signature: string | null;

  @Text({ description: '签名时间', format: 'date-time', optional: true })
  signedAt: string | null;

  @Flag({ description: '签名是否有效；没有签名时为空', optional: true })
  valid: boolean | null;
}

/** What was published, by which department, when, and whether it is unchanged since. */
@ObjectType()
export class Proof {
  @Key({ description: '标识符' })
  identifier: string;

  @Text({ description: '标题' })
  title: string;

  @Text({ description: '部门', optional: true })
  department: string | null;

  @Text({ description: '发布日期', optional: true })
  publishedOn: string | null;

  @Text({ description: '最初发布的时间', format: 'date-time' })
  firstPublishedAt: string;

  @Text({ description: '自何时起未变；与签名不符时为空', format: 'date-time', optional: true })
  unchangedSince: string | null;

  @NestedList(() => RevisionProof, { description: '各次修订' })
  revisions: RevisionProof[];

  @Text({ description: '最新修订被签名的原文（RFC 8785）；已撤回的没有', max: 10_000_000, multiline: true, optional: true })
  statement: string | null;
}

/** A key that signatures can be checked with. */
@ObjectType()
export class SigningKey {
  @Text({ description: '编号' })
  id: string;

  @Choice({ description: '算法', values: ['ed25519', 'sm2'] })
  algorithm: string;

  @Text({ description: '公钥：Ed25519 为 PEM，SM2 为十六进制', multiline: true })
  publicKey: string;

  @Text({ description: '启用时间', format: 'date-time' })
  createdAt: string;

  @Text({ description: '停用时间', format: 'date-time', optional: true })
  retiredAt: string | null;
}

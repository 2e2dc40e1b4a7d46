import { Args, Query, Resolver } from '@nestjs/graphql';
import { Open } from '../../platform/access/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { SigningKeys } from '../../platform/signing/index.js';
import { IdentifierArgs } from '../api/record.args.js';
import { Proof, SigningKey } from './proof.model.js';
import { presentSigningKey } from './present-signing-key.js';
import { ProofService } from './proof.service.js';

/** Proof of what was published, by GraphQL. */
@Resolver(() => Proof)
@Open()
export class ProofResolver {
  constructor(
    private readonly proofs: ProofService,
    private readonly keys: SigningKeys,
  ) {}

  @Query(() => Proof, { description: '发布证明：何时由哪个部门发布，此后有无改动' })
  proof(@Args() args: IdentifierArgs): Promise<Proof> {
    return this.proofs.of(queryArgs(IdentifierArgs, args).identifier);
  }

  @Query(() => [SigningKey], { name: 'signingKeys', description: '验证签名的公钥，停用的也在内' })
  async publicKeys(): Promise<SigningKey[]> {
    return (await this.keys.publicKeys()).map(presentSigningKey);
  }
}

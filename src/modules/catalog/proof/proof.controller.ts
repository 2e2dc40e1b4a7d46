import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { SigningKeys } from '../../platform/signing/index.js';
import { Proof, SigningKey } from './proof.model.js';
import { presentSigningKey } from './present-signing-key.js';
import { ProofService } from './proof.service.js';

/** Proof that what is shown is what was published. */
@ApiTags('records')
@Open()
@Controller('api/v1')
export class ProofController {
  constructor(
    private readonly proofs: ProofService,
    private readonly keys: SigningKeys,
  ) {}

  @Get('records/:identifier/proof')
  @ApiOperation({ summary: '发布证明：何时由哪个部门发布，此后有无改动' })
  @ApiParam({ name: 'identifier', description: '标识符', example: 'lc-gjj-0012' })
  @ApiResponse({ status: 200, type: Proof })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  proof(@Param('identifier') identifier: string, @Query() query: unknown): Promise<Proof> {
    validateQuery(NoQuery, query);
    return this.proofs.of(identifier);
  }

  @Get('signing-keys')
  @ApiOperation({ summary: '验证签名的公钥，停用的也在内' })
  @ApiResponse({ status: 200, type: SigningKey, isArray: true })
  @ApiErrors('BAD_REQUEST')
  async publicKeys(@Query() query: unknown): Promise<SigningKey[]> {
    validateQuery(NoQuery, query);
    return (await this.keys.publicKeys()).map(presentSigningKey);
  }
}

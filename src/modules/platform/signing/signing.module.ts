import { Module } from '@nestjs/common';
import { SigningKeys } from './signing-key.repository.js';

/** Signatures of this installation. */
@Module({ providers: [SigningKeys], exports: [SigningKeys] })
export class SigningModule {}

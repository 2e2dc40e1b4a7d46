import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { AppError } from '../../kernel/app-error.js';

/** An error in the form of a protocol. */
export interface ErrorForm {
  status: number;
  type: string;
  body: string;
}

/** Where surfaces that speak protocols of others leave how errors look there; everywhere else they are problem+json or a page. */
@Injectable()
export class ErrorForms {
  private readonly forms: { addresses: RegExp; render: (error: AppError, request: Request) => ErrorForm }[] = [];

  /** `addresses` is held against the path as the caller wrote it. */
  use(addresses: RegExp, render: (error: AppError, request: Request) => ErrorForm): void {
    this.forms.push({ addresses, render });
  }

  /** The form of an error at this address; undefined where no protocol has its own. */
  of(error: AppError, request: Request): ErrorForm | undefined {
    const path = request.originalUrl.split('?')[0]!;
    return this.forms.find(({ addresses }) => addresses.test(path))?.render(error, request);
  }
}

import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { AppError } from '../../kernel/app-error.js';

/** A protocol that others have written down, under a path of its own. */
export interface Surface {
  /** Where it lies, such as `/mcp`. */
  path: string;
  /** Writes an error in the form of the protocol, whatever it was that failed: a body that cannot be read too. */
  answer(error: AppError, request: Request, response: Response): void;
  /** It decides by itself which other sites may ask; otherwise all may, as everywhere. */
  ownCors?: boolean;
}

/** The surfaces that speak protocols of others; each says so when it starts. */
@Injectable()
export class Surfaces {
  private readonly known: Surface[] = [];

  add(surface: Surface): void {
    this.known.push(surface);
  }

  /** Whatever capitals the address is written in: routes do not look at them either. */
  of(request: Request): Surface | undefined {
    const path = request.path.toLowerCase();
    return this.known.find((surface) => path === surface.path || path.startsWith(`${surface.path}/`));
  }
}

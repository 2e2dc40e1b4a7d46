import { randomUUID } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { AppError } from '../../kernel/app-error.js';
import { beforeCommits } from '../../platform/database/index.js';
import { requestOf } from '../policy/policy.guard.js';
import { IdempotencyKeyRepository } from './idempotency-key.repository.js';
import { fingerprintOf, keyIn } from './idempotency-key.js';

/** What is asked, by REST or by GraphQL, and where its answer's headers go. */
interface Asked {
  key: string;
  fingerprint: string;
  response?: Response;
}

/** A request with `Idempotency-Key` happens once: sent again, it gets the answer it had (draft-ietf-httpapi-idempotency-key-header). */
@Injectable()
export class IdempotentInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyKeyRepository) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    const header = request.headers['idempotency-key'];
    const participant = request.actor?.participant ?? request.participant;
    // Whoever is nobody in an open route has no requests of their own to repeat.
    if (header === undefined || participant === undefined) return next.handle();
    return from(this.once(askedIn(context, keyIn(String(header))), participant, next));
  }

  private async once({ key, fingerprint, response }: Asked, participant: string, next: CallHandler): Promise<unknown> {
    const run = randomUUID();
    const known = await this.keys.claim(participant, key, fingerprint, run);
    if (known) {
      if (known.fingerprint !== fingerprint) throw otherRequest();
      if (!known.answer) throw known.committedAt ? answerLost() : underWay();
      const { status, etag, body } = known.answer;
      response?.status(status).setHeader('Idempotent-Replayed', 'true');
      if (etag) response?.setHeader('ETag', etag);
      return body ?? undefined;
    }
    try {
      const work = () => lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined });
      const body: unknown = await beforeCommits((transaction) => this.keys.commit(transaction, participant, key, run), work);
      const etag = response?.getHeader('ETag');
      await this.keys.keep(participant, key, run, {
        status: response?.statusCode ?? 200,
        etag: typeof etag === 'string' ? etag : null,
        body: body ?? null,
      });
      return body;
    } catch (error) {
      await this.keys.release(participant, key, run);
      throw error;
    }
  }
}

function askedIn(context: ExecutionContext, key: string): Asked {
  if (context.getType<GqlContextType>() === 'graphql') {
    const call = GqlExecutionContext.create(context);
    const { fieldName, path } = call.getInfo<{ fieldName: string; path: { key: string } }>();
    // Each mutation of one request is work of its own.
    return { key: `${key} ${path.key}`, fingerprint: fingerprintOf(fieldName, call.getArgs()) };
  }
  const request = requestOf(context);
  return {
    key,
    fingerprint: fingerprintOf(request.method, request.originalUrl, request.headers['if-match'] ?? null, request.body ?? null),
    response: context.switchToHttp().getResponse<Response>(),
  };
}

const field = [{ field: 'Idempotency-Key', message: '每个新的请求须用新的值' }];

const otherRequest = () =>
  new AppError('VALIDATION_FAILED', '这个 Idempotency-Key 已用于另一个请求；内容不同的请求请换一个新的值。', {
    english: 'This Idempotency-Key was used for another request; choose a new one.',
    fields: field,
  });

const underWay = () =>
  new AppError('CONFLICT', '同一 Idempotency-Key 的请求正在办理，请稍后再发一次以取得结果。', {
    english: 'A request with this Idempotency-Key is under way; send it again later.',
    retryAfter: 2,
  });

const answerLost = () =>
  new AppError('CONFLICT', '这个请求已经办理完毕，但回答没有留存；请读取稿件查看现在的状态，不要换键重发。', {
    english: 'This request was carried out but its answer was lost; read the submission to see where it stands.',
  });

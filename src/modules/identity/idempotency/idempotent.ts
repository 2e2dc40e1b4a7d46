import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ApiErrors } from '../../platform/http/index.js';
import { IdempotentInterceptor } from './idempotent.interceptor.js';

const HEADER = {
  name: 'Idempotency-Key',
  description: '由调用方选定的值（如 UUID）：24 小时内以同一值重发同一请求，只办理一次，得到同样的回答',
  required: false,
  example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
};

/** Declares a route or mutation that happens once however often it is sent with the same `Idempotency-Key`. */
export const Idempotent = () =>
  applyDecorators(UseInterceptors(IdempotentInterceptor), ApiHeader(HEADER), ApiErrors('CONFLICT', 'VALIDATION_FAILED'));

import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { ACCESS } from '../../platform/access/index.js';
import type { Operation } from './operation.js';

/** Metadata key of pages that are used in a browser, with a cookie. */
export const BY_COOKIE = 'haozhao:by-cookie';

/** Declares what a route or resolver needs; `PolicyGuard` holds every request to it. */
export const Needs = (operation: Operation) => applyDecorators(SetMetadata(ACCESS, operation), ApiSecurity('apiKey'));

/** Declares pages whose visitor is known by the session cookie and whose forms carry a CSRF token. */
export const ByCookie = () => SetMetadata(BY_COOKIE, true);

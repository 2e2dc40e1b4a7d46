import type { Request } from 'express';
import type { TableViewer } from '../access/table-access.js';

/** Who reads, as far as a request shows it without asking anybody. */
export function viewerOf(request: Request): TableViewer {
  return { caller: request.ip ?? 'unknown' };
}

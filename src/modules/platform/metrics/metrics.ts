import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Figures of this process for Prometheus; whoever knows a figure registers it here. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'haozhao_http_request_seconds',
    help: 'Time to answer a request, by method, first part of the path and status',
    labelNames: ['method', 'area', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Registers a figure that is read whenever somebody asks; one that cannot be read now is left out. */
  gauge(name: string, help: string, read: () => Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          this.set(await read());
        } catch {
          this.remove();
        }
      },
    });
  }

  /** Registers a figure that only grows; answers what counts one more. */
  counter(name: string, help: string): () => void {
    const counter = new Counter({ name, help, registers: [this.registry] });
    return () => counter.inc();
  }

  /** Times every request; the area is a fixed word, so that addresses people make up cannot fill the memory. */
  observe = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.requests.startTimer();
    response.on('finish', () => stop({ method: request.method, area: areaOf(request.path), status: String(response.statusCode) }));
    next();
  };
}

const AREAS = new Set([
  'api',
  'graphql',
  'search',
  'records',
  'datasets',
  'documents',
  'departments',
  'files',
  'health',
  'metrics',
  'asset',
]);

function areaOf(path: string): string {
  const [, first = ''] = path.split('/');
  if (first === '') return 'home';
  return AREAS.has(first) ? first : 'other';
}

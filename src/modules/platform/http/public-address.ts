import type { Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config } from '../config/index.js';

/** Addresses that mean "every one of this machine" and lead nowhere in a link. */
const EVERYWHERE = new Set(['0.0.0.0', '::', '']);

/** Where people find this site, without a slash at the end: what absolute links begin with, in pages and in mail alike. */
@Injectable()
export class PublicAddress {
  constructor(
    private readonly config: Config,
    private readonly adapter: HttpAdapterHost,
  ) {}

  get url(): string {
    const { baseUrl, host, port } = this.config;
    if (baseUrl) return baseUrl.replace(/\/$/, '');
    return addressOf(host, port === 0 ? (this.listening ?? 0) : port);
  }

  /** With `PORT=0` the system chooses. */
  private get listening(): number | undefined {
    const server = this.adapter.httpAdapter.getHttpServer() as Server;
    const address = server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }
}

/** The address of a site that listens on a host and a port. Pure. */
export function addressOf(host: string, port: number): string {
  const name = EVERYWHERE.has(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

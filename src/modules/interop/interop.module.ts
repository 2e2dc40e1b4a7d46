import { Module } from '@nestjs/common';
import { McpModule } from './mcp/mcp.module.js';

/** The catalog in the words of others: one module a surface. */
@Module({ imports: [McpModule] })
export class InteropModule {}

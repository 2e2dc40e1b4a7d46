import { Module } from '@nestjs/common';
import { CatalogModule } from '../../catalog/index.js';
import { DataModule } from '../../data/index.js';
import { DepartmentModule } from '../../department/index.js';
import { ReadingModule } from '../reading/reading.module.js';
import { McpController } from './mcp.controller.js';
import { McpExchange } from './mcp-exchange.js';
import { Cards } from './view/cards.js';
import { DescribeTableTool } from './tool/describe-table.tool.js';
import { FindDocumentTool } from './tool/find-document.tool.js';
import { GetRecordTool } from './tool/get-record.tool.js';
import { ListFacetsTool } from './tool/list-facets.tool.js';
import { QueryRowsTool } from './tool/query-rows.tool.js';
import { SearchTool } from './tool/search.tool.js';
import { SimilarTool } from './tool/similar.tool.js';
import { MCP_TOOLS } from './tool/tool.js';

/** In the order in which assistants see them. */
const TOOLS = [SearchTool, FindDocumentTool, GetRecordTool, ListFacetsTool, DescribeTableTool, QueryRowsTool, SimilarTool];

/** Tools for AI assistants (Model Context Protocol). */
@Module({
  imports: [ReadingModule, CatalogModule, DataModule, DepartmentModule],
  controllers: [McpController],
  providers: [Cards, McpExchange, ...TOOLS, { provide: MCP_TOOLS, useFactory: (...tools: unknown[]) => tools, inject: TOOLS }],
})
export class McpModule {}

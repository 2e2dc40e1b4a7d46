import { Controller, Get, Header } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ApiExcludeController } from '@nestjs/swagger';
import { printSchema } from 'graphql';
import { Open } from '../modules/platform/access/index.js';

/** The schema as text, for people and code generators. */
@ApiExcludeController()
@Open()
@Controller()
export class SchemaController {
  private text?: string;

  constructor(private readonly host: GraphQLSchemaHost) {}

  @Get('schema.graphql')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  sdl(): string {
    return (this.text ??= `${printSchema(this.host.schema)}\n`);
  }
}

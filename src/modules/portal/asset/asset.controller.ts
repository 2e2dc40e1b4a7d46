import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AppError } from '../../kernel/app-error.js';
import { Open } from '../../platform/access/index.js';

const FILES = ['portal.css', 'portal.js', 'workbench.js'] as const;

interface Asset {
  content: string;
  /** Address with a part of the content's hash, so that it can be kept for ever. */
  url: string;
}

const assets = new Map<string, Asset>(
  FILES.map((name) => {
    const content = readFileSync(new URL(name, import.meta.url), 'utf8');
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    return [name, { content, url: `/static/${hash}/${name}` }];
  }),
);

export const styleUrl = assets.get('portal.css')!.url;
export const scriptUrl = assets.get('portal.js')!.url;
export const workbenchScriptUrl = assets.get('workbench.js')!.url;

/** The stylesheet and the scripts of the pages. */
@ApiExcludeController()
@Open()
@Controller('static')
export class AssetController {
  @Get(':hash/portal.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  style(@Param('hash') hash: string): string {
    return contentOf('portal.css', hash);
  }

  @Get(':hash/portal.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  script(@Param('hash') hash: string): string {
    return contentOf('portal.js', hash);
  }

  @Get(':hash/workbench.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  workbenchScript(@Param('hash') hash: string): string {
    return contentOf('workbench.js', hash);
  }
}

function contentOf(name: (typeof FILES)[number], hash: string): string {
  const asset = assets.get(name)!;
  if (asset.url === `/static/${hash}/${name}`) return asset.content;
  throw new AppError('NOT_FOUND', '没有这个版本的文件，请刷新页面。', {
    english: 'There is no such version of the file; reload the page.',
  });
}

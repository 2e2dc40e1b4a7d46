import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { Open } from '../../platform/access/index.js';

/** Parts of the stylesheet of every page, in the order in which later ones win. */
const STYLES = [
  ...['tokens', 'base', 'layout', 'component', 'form', 'information'],
  // Areas of the site, which do not meet on one page's rules.
  ...['chart', 'dataset', 'disclosure', 'feedback', 'record', 'search', 'subscription', 'table', 'transparency'],
  // What changes with the reader and the medium comes last.
  ...['care', 'print'],
];

const FILES: Record<string, { parts: string[]; type: string }> = {
  'portal.css': { parts: STYLES.map((name) => `style/${name}.css`), type: 'text/css; charset=utf-8' },
  'workbench.css': { parts: ['style/workbench.css'], type: 'text/css; charset=utf-8' },
  'styleguide.css': { parts: ['style/styleguide.css'], type: 'text/css; charset=utf-8' },
  'record.js': { parts: ['record.js'], type: 'text/javascript; charset=utf-8' },
  'portal.js': { parts: ['portal.js'], type: 'text/javascript; charset=utf-8' },
  'workbench.js': { parts: ['workbench.js'], type: 'text/javascript; charset=utf-8' },
};

interface Asset {
  content: string;
  type: string;
  /** Address with a part of the content's hash, so that it can be kept for ever. */
  url: string;
}

const assets = new Map<string, Asset>(
  Object.entries(FILES).map(([name, { parts, type }]) => {
    const content = parts.map((part) => readFileSync(new URL(part, import.meta.url), 'utf8')).join('\n');
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    return [name, { content, type, url: `/static/${hash}/${name}` }];
  }),
);

/** Addresses of what the pages load. */
export const ASSET_URLS = {
  style: assets.get('portal.css')!.url,
  styleguideStyle: assets.get('styleguide.css')!.url,
  script: assets.get('portal.js')!.url,
  recordScript: assets.get('record.js')!.url,
  workbenchStyle: assets.get('workbench.css')!.url,
  workbenchScript: assets.get('workbench.js')!.url,
};

/** The stylesheets and the scripts of the pages. */
@ApiExcludeController()
@Open()
@Controller('static')
export class AssetController {
  @Get(':hash/:name')
  file(@Param('hash') hash: string, @Param('name') name: string, @Res() response: Response): void {
    const asset = assets.get(name);
    if (asset?.url !== `/static/${hash}/${name}`) {
      throw new AppError('NOT_FOUND', '没有这个版本的文件，请刷新页面。', {
        english: 'There is no such version of the file; reload the page.',
      });
    }
    response.setHeader('Content-Type', asset.type).setHeader('Cache-Control', 'public, max-age=31536000, immutable').send(asset.content);
  }
}

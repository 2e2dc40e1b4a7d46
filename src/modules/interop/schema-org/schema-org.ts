import { Injectable } from '@nestjs/common';
import type { AnyRecord } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { EntryBuilder, type EntryContext } from '../mapping/entry-builder.js';
import type { JsonLd } from './json-ld.js';
import { contactPoint } from './node-values.js';
import { recordNode } from './record-node.js';

/** What pages say of themselves to search engines, in the words of schema.org. */
@Injectable()
export class SchemaOrg {
  constructor(
    private readonly builder: EntryBuilder,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  /** A record that was read, with its departments and the tables that everybody may read. */
  record(record: AnyRecord, context: EntryContext): JsonLd {
    return recordNode(this.builder.build(record, context), this.catalogReference());
  }

  /** The site and its catalog, for the home page. */
  site(): JsonLd[] {
    const { siteName: name, siteSlogan: description } = this.config;
    const url = `${this.address.url}/`;
    return [
      {
        '@type': 'WebSite',
        '@id': `${url}#website`,
        name,
        description,
        url,
        inLanguage: 'zh-CN',
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${this.address.url}/search?q={search_term_string}` },
          'query-input': 'required name=search_term_string',
        },
      },
      {
        ...this.catalogReference(),
        description: `${description}：政府公开的数据和文件，检索、查阅、下载均无须登录。`,
        inLanguage: 'zh-CN',
      },
    ];
  }

  department(department: Department): JsonLd {
    const { name, shortNames, formerNames, creditCode, contact } = department;
    const page = this.address.url + department.url;
    return {
      '@type': 'GovernmentOrganization',
      '@id': page,
      name,
      alternateName: [...shortNames, ...formerNames],
      url: page,
      taxID: creditCode ?? undefined,
      address: contact?.address ?? undefined,
      contactPoint: contact
        ? contactPoint({ name: contact.unit ?? name, phone: contact.phone ?? null, email: contact.email ?? null })
        : undefined,
    };
  }

  private catalogReference(): JsonLd {
    const url = `${this.address.url}/`;
    return { '@type': 'DataCatalog', '@id': `${url}#catalog`, name: this.config.siteName, url };
  }
}

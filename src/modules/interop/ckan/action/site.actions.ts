import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../../platform/http/index.js';
import { VocabularyService } from '../../../vocabulary/index.js';
import { isOpenLicence } from '../package/present-package.js';
import type { ActionProvider, Actions } from './action.js';

/** The version of CKAN whose interface this is. */
const CKAN_VERSION = '2.10.4';

/** status_show, site_read and license_list. */
@Injectable()
export class SiteActions implements ActionProvider {
  constructor(
    private readonly address: PublicAddress,
    private readonly vocabulary: VocabularyService,
  ) {}

  readonly actions: Actions = {
    status_show: { help: '站点和接口版本。', run: () => this.status() },
    site_read: { help: '是否可读；总为 true。', run: () => true },
    license_list: { help: '使用许可。', run: () => this.licences() },
  };

  private status(): object {
    return {
      ckan_version: CKAN_VERSION,
      site_title: '好找',
      site_description: '政务信息、数据与公开文件目录',
      site_url: this.address.url,
      error_emails_to: null,
      locale_default: 'zh_Hans_CN',
      extensions: ['datastore'],
    };
  }

  private licences(): object[] {
    return this.vocabulary.table('licence').items.map(({ code, label, attributes }) => ({
      id: code,
      title: label,
      url: attributes?.url ?? '',
      status: 'active',
      od_conformance: isOpenLicence(code) ? 'approved' : 'not reviewed',
      osd_conformance: 'not reviewed',
      domain_content: true,
      domain_data: true,
      domain_software: false,
      family: '',
      maintainer: '',
      is_generic: code === 'unspecified',
    }));
  }
}

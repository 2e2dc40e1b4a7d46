import { Injectable } from '@nestjs/common';
import { BrowserSession, may, type Operation, type SignedIn } from '../../identity/index.js';
import { SiteService } from '../layout/site.service.js';
import type { Site } from '../layout/site.js';
import type { Visitor } from './page/frame.js';

const DUTIES: [Operation, string, string][] = [
  ['access.read', '/workbench/access', '使用申请'],
  ['feedback.read', '/workbench/feedback', '公众反馈'],
  ['feedback.assign', '/workbench/feedback/unassigned', '待转办的反馈'],
  ['member.read', '/workbench/accounts', '账号与角色'],
  ['department.write', '/workbench/departments', '部门'],
  ['gateWord.write', '/workbench/words', '用词表'],
  ['key.manage', '/workbench/keys', '接口密钥'],
  ['audit.read', '/workbench/audit', '审计日志'],
];

/** What every page of the workbench says of its visitor and its site. */
@Injectable()
export class VisitorService {
  constructor(
    private readonly browser: BrowserSession,
    private readonly sites: SiteService,
  ) {}

  of(session: SignedIn): { site: Site; visitor: Visitor } {
    return {
      site: this.sites.site,
      visitor: {
        name: session.account.name,
        personName: session.account.personName,
        csrf: this.browser.tokenFor(session),
        writes: may(session.actor, 'submission.write'),
        reads: may(session.actor, 'submission.read'),
        duties: DUTIES.filter(([operation]) => may(session.actor, operation)).map(([, href, label]) => ({ href, label })),
      },
    };
  }
}

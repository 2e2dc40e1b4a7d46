import { Injectable } from '@nestjs/common';
import { BrowserSession, may, type Operation, type SignedIn } from '../../identity/index.js';
import type { Visitor } from './page/frame.js';

const DUTIES: [Operation, string, string][] = [
  ['member.read', '/workbench/accounts', '账号与角色'],
  ['department.write', '/workbench/departments', '部门'],
  ['key.manage', '/workbench/keys', '接口密钥'],
  ['audit.read', '/workbench/audit', '审计日志'],
];

/** What pages know of their visitor: the policy says which ways are offered. */
@Injectable()
export class Visitors {
  constructor(private readonly browser: BrowserSession) {}

  of(session: SignedIn): Visitor {
    return {
      name: session.account.name,
      personName: session.account.personName,
      csrf: this.browser.tokenFor(session),
      writes: may(session.actor, 'submission.write'),
      duties: DUTIES.filter(([operation]) => may(session.actor, operation)).map(([, href, label]) => ({ href, label })),
    };
  }
}

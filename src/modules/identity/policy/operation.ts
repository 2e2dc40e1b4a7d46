import { DEPARTMENT_ROLES, type Role } from './role.js';

/** What an operation asks of whoever wants to do it. */
export interface Requirement {
  /** What it is, for people. */
  label: string;
  /** Roles that may do it; `anyone` is every person with an account and every key. */
  roles: readonly Role[] | 'anyone';
  /** The roles count for records of their own department only. */
  departmental?: true;
  /** May be given to a program as a scope of its key. */
  keyable?: true;
  /** Nobody may do it who took part in what it decides on (four eyes). */
  fourEyes?: true;
}

const EVERY_DEPARTMENT_ROLE = DEPARTMENT_ROLES;

/** Every operation that is not open to all, and who may do it: the one table the policy, the guard, the tests and the documentation read. */
export const OPERATIONS = {
  'self.manage': { label: '管理自己的登录、口令和二次验证', roles: 'anyone' },
  'search.explain': { label: '查看搜索得分的由来', roles: 'anyone', keyable: true },
  'submission.read': { label: '查看本部门稿件', roles: EVERY_DEPARTMENT_ROLE, departmental: true, keyable: true },
  'submission.write': { label: '起草、修改、提交稿件', roles: ['editor'], departmental: true, keyable: true },
  'submission.review': { label: '保密审查', roles: ['secrecyReviewer'], departmental: true, keyable: true, fourEyes: true },
  'submission.approve': { label: '签发', roles: ['approver'], departmental: true, keyable: true, fourEyes: true },
  'file.upload': { label: '上传附件', roles: ['editor'], departmental: true, keyable: true },
  'data.push': { label: '定义表、推送行', roles: ['approver'], departmental: true, keyable: true },
  'webhook.manage': { label: '管理变化通知', roles: ['departmentAdmin'], departmental: true, keyable: true },
  'duty.read': { label: '查看本部门的公开事项提醒', roles: EVERY_DEPARTMENT_ROLE, departmental: true, keyable: true },
  'department.write': { label: '登记、修改部门', roles: ['systemAdmin'], keyable: true },
  'duty.complete': {
    label: '办结本部门的公开事项提醒',
    roles: ['approver', 'departmentAdmin'],
    departmental: true,
    keyable: true,
  },
  'access.read': { label: '查看对本部门数据的使用申请', roles: EVERY_DEPARTMENT_ROLE, departmental: true, keyable: true },
  'access.decide': {
    label: '办理对本部门数据的使用申请',
    roles: ['approver', 'departmentAdmin'],
    departmental: true,
    keyable: true,
  },
  'feedback.read': { label: '查看对本部门的提问、纠错、案例和需求', roles: EVERY_DEPARTMENT_ROLE, departmental: true, keyable: true },
  'feedback.answer': {
    label: '答复对本部门的提问、纠错、案例和需求',
    roles: ['approver', 'departmentAdmin'],
    departmental: true,
    keyable: true,
  },
  'feedback.assign': { label: '把没有写明部门的需求转给部门', roles: ['systemAdmin'] },
  'member.read': { label: '查看部门成员', roles: ['departmentAdmin', 'securityAdmin', 'systemAdmin'], departmental: true },
  'member.grant': { label: '授予、收回部门角色', roles: ['departmentAdmin', 'securityAdmin'], departmental: true },
  'account.create': { label: '开立、停用账号', roles: ['systemAdmin'] },
  'account.recover': { label: '解锁账号、重设口令和二次验证', roles: ['securityAdmin'] },
  'role.grant': { label: '授予、收回平台角色', roles: ['securityAdmin'] },
  'key.manage': { label: '发放、撤销接口密钥', roles: ['departmentAdmin', 'securityAdmin'], departmental: true },
  'audit.read': { label: '查询、导出审计日志', roles: ['auditor'], keyable: true },
  'calendar.load': { label: '载入工作日历', roles: ['systemAdmin'], keyable: true },
  'gateWord.read': { label: '查看用词表', roles: 'anyone', keyable: true },
  'gateWord.write': { label: '修改用词表', roles: ['systemAdmin'], keyable: true },
  'bestBet.write': { label: '设置搜索置顶与沉底', roles: ['systemAdmin'], keyable: true },
  'record.publishDirectly': { label: '不经流程直接写入目录（迁移、汇聚已审核的内容）', roles: [], keyable: true },
} as const satisfies Record<string, Requirement>;

export type Operation = keyof typeof OPERATIONS;

export const operations = Object.keys(OPERATIONS) as Operation[];

/** Operations that a key can have as scopes. */
export const keyableOperations = operations.filter((operation) => 'keyable' in OPERATIONS[operation]);

export const isOperation = (name: string): name is Operation => Object.hasOwn(OPERATIONS, name);

/** The requirement of an operation in its general form. */
export const requirementOf = (operation: Operation): Requirement => OPERATIONS[operation];

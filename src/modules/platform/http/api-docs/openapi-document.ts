import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '../problem.js';
import { completeDocument } from './complete-document.js';

const DESCRIPTION = `政务数据与公开文件的目录、搜索和写入接口。

读取不需要密钥，可跨域；写入需要 API 密钥，或以账号登录得到的令牌（\`POST /api/v1/sessions\`），都可放在 Authorization: Bearer 中。每个错误都是 RFC 9457 的 problem+json，\`code\` 与 GraphQL 的 \`extensions.code\` 相同。
不认识的查询参数会被拒绝，并提示最接近的名称。GraphQL 接口在 /graphql。`;

const TAGS: [name: string, description: string][] = [
  ['search', '搜索和补全'],
  ['records', '目录中的全部记录'],
  ['datasets', '数据资源'],
  ['tables', '数据中的表：逐行查询、导出、说明'],
  ['data-keys', '开发者密钥'],
  ['changes', '变化'],
  ['access-applications', '有条件开放的数据：申请和办理'],
  ['feedback', '提问、纠错、应用案例和需求：提交和答复'],
  ['webhooks', '变化通知：有变化就发到登记的网址'],
  ['transparency', '公开成效：公开是否及时、更新是否按期、开放多少、申请答复是否按期'],
  ['disclosure', '政府信息公开专栏：指南、制度、法定主动公开内容、年报'],
  ['subscriptions', '用邮件订阅一个搜索'],
  ['documents', '主动公开的文件'],
  ['submissions', '部门的稿件：起草、审查、签发'],
  ['files', '稿件的附件：上传、检查、发布前查看'],
  ['duties', '公开事项的提醒'],
  ['notices', '通知'],
  ['work-calendar', '工作日历'],
  ['departments', '部门'],
  ['vocabularies', '代码表'],
  ['sessions', '以账号登录'],
  ['accounts', '账号与角色'],
  ['keys', 'API 密钥'],
  ['audit', '审计日志'],
  ['health', '供监控和负载均衡使用'],
];

/** `DatasetController.create` is createDataset, `SearchController.search` search. */
function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return ['search', 'suggest'].includes(method) ? method : method + name;
}

/** The OpenAPI 3.1 description of every route, made from the decorators of the controllers. */
export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('好找 API')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', '本站')
    .addSecurity('apiKey', { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'API 密钥' })
    .addSecurity('bearer', { type: 'http', scheme: 'bearer', description: 'API 密钥或登录令牌，放在 Authorization: Bearer 中' });
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const base = builder.build();
  base.info.contact = { name: '好找' };
  return completeDocument(SwaggerModule.createDocument(app, base, { operationIdFactory: operationId, extraModels: [Problem] }));
}

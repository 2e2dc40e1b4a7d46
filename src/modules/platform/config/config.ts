import 'reflect-metadata';
import path from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Length, Matches, Max, Min, ValidateIf, validateSync } from 'class-validator';
import { Transform } from 'class-transformer';
import { embedHosts } from './embed-host.js';
import { insideAllowed, portRanges } from './outbound-setting.js';
import { describedSettings, Setting } from './setting.js';

const onOff = Transform(({ value }: { value: unknown }) => (value === 'on' ? true : value === 'off' ? false : value));

/** Every setting of the system, read from the environment once and validated before anything starts. */
export class Config {
  @Setting({ variable: 'PORT', group: 'Server', description: 'TCP port to listen on; 0 takes a free one.', defaultText: '3000' })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '应在 0–65535 之间' })
  @Max(65535, { message: '应在 0–65535 之间' })
  port = 3000;

  @Setting({
    variable: 'HOST',
    group: 'Server',
    description: 'Address to listen on; `0.0.0.0` for every interface.',
    defaultText: '127.0.0.1',
  })
  @IsString()
  host = '127.0.0.1';

  @Setting({
    variable: 'BASE_URL',
    group: 'Server',
    description: 'Public address of the site, used in absolute links; without it the address is made from `HOST` and `PORT`.',
    defaultText: '',
  })
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true }, { message: '应为 http:// 或 https:// 开头的网址' })
  baseUrl?: string;

  @Setting({
    variable: 'MCP_ORIGINS',
    group: 'Server',
    description:
      'Other sites whose pages may use `/mcp`, such as `https://assistant.example.cn`, separated by commas; programs send no origin and need none.',
    defaultText: '',
  })
  @Matches(/^(\s*https?:\/\/[^\s/,]+\s*(,|$))*$/, { message: '应为逗号分隔的来源，如 https://assistant.example.cn，不含路径' })
  mcpOrigins = '';

  @Setting({
    variable: 'EMBED_HOSTS',
    group: 'Server',
    description:
      'Hosts whose pages may show the disclosure column (政府信息公开) inside them, such as `www.example.gov.cn, *.example.gov.cn`, separated by commas; `https://` before and a port after are possible, and empty is nobody.',
    defaultText: '',
  })
  @IsString()
  embedHosts = '';

  @Setting({
    variable: 'DISCLOSURE_REQUEST_URL',
    group: 'Server',
    description: 'Address of the form for disclosure requests (依申请公开) on another site; unset shows how to ask in writing.',
    defaultText: '',
  })
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true }, { message: '应为 http:// 或 https:// 开头的网址' })
  disclosureRequestUrl?: string;

  @Setting({
    variable: 'SITE_NAME',
    group: 'Server',
    description: 'Name of the site, on every page, in feeds and in its meta tags (网站名称).',
    defaultText: '好找',
  })
  @Length(1, 60, { message: '应为 1–60 个字' })
  siteName = '好找';

  @Setting({
    variable: 'SITE_SLOGAN',
    group: 'Server',
    description: 'What the site is, in a few words beside its name.',
    defaultText: '政府信息与数据目录',
  })
  @Length(1, 100, { message: '应为 1–100 个字' })
  siteSlogan = '政府信息与数据目录';

  @Setting({
    variable: 'SITE_ID_CODE',
    group: 'Server',
    description: 'Ten digits by which the government website is registered (政府网站标识码); unset leaves the meta tag out.',
    defaultText: '',
  })
  @IsOptional()
  @Matches(/^\d{10}$/, { message: '应为 10 位数字' })
  siteIdCode?: string;

  @Setting({
    variable: 'SITE_ORGANISER',
    group: 'Server',
    description: 'Organ that runs the site, named in the footer (主办单位).',
    defaultText: '',
  })
  @IsOptional()
  @Length(1, 100, { message: '应为 1–100 个字' })
  siteOrganiser?: string;

  @Setting({
    variable: 'SITE_CONTACT',
    group: 'Server',
    description: 'How to reach that organ, in the footer: telephone, address, mail (联系方式).',
    defaultText: '',
  })
  @IsOptional()
  @Length(1, 200, { message: '应为 1–200 个字' })
  siteContact?: string;

  @Setting({
    variable: 'SITE_ICP',
    group: 'Server',
    description: 'Number of the ICP registration, in the footer (ICP 备案号).',
    defaultText: '',
  })
  @IsOptional()
  @Length(1, 60, { message: '应为 1–60 个字' })
  siteIcp?: string;

  @Setting({
    variable: 'SITE_POLICE_RECORD',
    group: 'Server',
    description: 'Number of the registration with the police, in the footer (公安备案号).',
    defaultText: '',
  })
  @IsOptional()
  @Length(1, 60, { message: '应为 1–60 个字' })
  sitePoliceRecord?: string;

  @Setting({
    variable: 'SITE_MARK_URL',
    group: 'Server',
    description: 'Page that proves the national mark of party and government websites, linked in the footer (党政机关网站标识).',
    defaultText: '',
  })
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true }, { message: '应为 http:// 或 https:// 开头的网址' })
  siteMarkUrl?: string;

  @Setting({
    variable: 'SITE_ERROR_REPORT_URL',
    group: 'Server',
    description: 'Address of “我为政府网站找错” for this site, linked in the footer.',
    defaultText: '',
  })
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true }, { message: '应为 http:// 或 https:// 开头的网址' })
  siteErrorReportUrl?: string;

  @Setting({
    variable: 'STYLEGUIDE',
    group: 'Server',
    description: '`on` shows the page of all components at `/styleguide`, for those who work on the pages.',
    defaultText: 'off',
  })
  @onOff
  @IsBoolean({ message: '应为 on 或 off' })
  styleguide = false;

  @Setting({
    variable: 'TRUST_PROXY',
    group: 'Server',
    description: 'Number of reverse proxies in front, whose forwarded addresses are believed.',
    defaultText: '0',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '应在 0–10 之间' })
  @Max(10, { message: '应在 0–10 之间' })
  trustProxy = 0;

  @Setting({
    variable: 'DATA_DIR',
    group: 'Storage',
    description: 'Folder of the embedded database and of stored files.',
    defaultText: '.haozhao',
  })
  @IsString()
  dataDir = '.haozhao';

  @Setting({
    variable: 'DATABASE_URL',
    group: 'Storage',
    description: 'PostgreSQL server of your own (`postgres://user:password@host/database`); unset starts the embedded one.',
    defaultText: '',
    secret: true,
  })
  @IsOptional()
  @IsUrl(
    { require_tld: false, protocols: ['postgres', 'postgresql'], require_protocol: true, allow_underscores: true, require_host: false },
    { message: '应为 postgres:// 开头的连接地址' },
  )
  databaseUrl?: string;

  @Setting({
    variable: 'DATABASE_POOL',
    group: 'Storage',
    description: 'Most connections one process opens to PostgreSQL.',
    defaultText: '20',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(8, { message: '应在 8–200 之间' })
  @Max(200, { message: '应在 8–200 之间' })
  databasePool = 20;

  @Setting({
    variable: 'S3_BUCKET',
    group: 'Storage',
    description: 'Bucket of S3, or of a server that speaks its language, for stored files; unset keeps them in `DATA_DIR`.',
    defaultText: '',
  })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: '应为 3–63 个小写字母、数字、点和连字符' })
  s3Bucket?: string;

  @Setting({ variable: 'S3_ENDPOINT', group: 'Storage', description: 'Address of that server; unset is Amazon.', defaultText: '' })
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true }, { message: '应为 http:// 或 https:// 开头的网址' })
  s3Endpoint?: string;

  @Setting({ variable: 'S3_REGION', group: 'Storage', description: 'Region of the bucket.', defaultText: 'us-east-1' })
  @Matches(/^[a-z0-9-]{1,40}$/, { message: '应由小写字母、数字和连字符组成' })
  s3Region = 'us-east-1';

  @Setting({
    variable: 'S3_ACCESS_KEY_ID',
    group: 'Storage',
    description: 'Key that may read and write the bucket.',
    defaultText: '',
    secret: true,
  })
  @IsOptional()
  @IsString()
  s3AccessKeyId?: string;

  @Setting({ variable: 'S3_SECRET_ACCESS_KEY', group: 'Storage', description: 'Secret of that key.', defaultText: '', secret: true })
  @IsOptional()
  @IsString()
  s3SecretAccessKey?: string;

  @Setting({
    variable: 'CLAMD_HOST',
    group: 'Storage',
    description: 'Virus scanner clamd, as `host:port` or the path of its socket; unset keeps uploads unscanned, and says so.',
    defaultText: '',
  })
  @IsOptional()
  @Matches(/^(\/[^\0]+|(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d{1,5})$/, { message: '应为 主机:端口 或套接字文件的绝对路径' })
  clamdHost?: string;

  @Setting({
    variable: 'CLAMD_REQUIRED',
    group: 'Storage',
    description: '`on` refuses uploads (503) while the virus scanner cannot be asked.',
    defaultText: 'off',
  })
  @onOff
  @IsBoolean({ message: '应为 on 或 off' })
  clamdRequired = false;

  @Setting({
    variable: 'ELASTICSEARCH_URL',
    group: 'Search',
    description: 'Elasticsearch 8 to search with, several nodes of one cluster separated by commas; unset uses the embedded engine.',
    defaultText: '',
  })
  @IsOptional()
  @Matches(/^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/, { message: '应为 http:// 或 https:// 开头的地址，多个用逗号分隔' })
  elasticsearchUrl?: string;

  @Setting({
    variable: 'ELASTICSEARCH_API_KEY',
    group: 'Search',
    description: 'API key of Elasticsearch, base64 as the server gives it; used instead of user and password.',
    defaultText: '',
    secret: true,
  })
  @IsOptional()
  @IsString()
  elasticsearchApiKey?: string;

  @Setting({ variable: 'ELASTICSEARCH_USERNAME', group: 'Search', description: 'User of Elasticsearch.', defaultText: '' })
  @IsOptional()
  @IsString()
  elasticsearchUsername?: string;

  @Setting({
    variable: 'ELASTICSEARCH_PASSWORD',
    group: 'Search',
    description: 'Password of that user.',
    defaultText: '',
    secret: true,
  })
  @IsOptional()
  @IsString()
  elasticsearchPassword?: string;

  @Setting({
    variable: 'ELASTICSEARCH_CA',
    group: 'Search',
    description: 'PEM file of the authority that signed the certificate of Elasticsearch.',
    defaultText: '',
  })
  @IsOptional()
  @IsString()
  elasticsearchCa?: string;

  @Setting({
    variable: 'ELASTICSEARCH_INDEX',
    group: 'Search',
    description: 'Beginning of the names of all indices; each catalog in a cluster has its own.',
    defaultText: 'haozhao',
  })
  @Matches(/^[a-z][a-z0-9-]{0,40}$/, { message: '应以小写字母开头，由小写字母、数字和连字符组成' })
  elasticsearchIndex = 'haozhao';

  @Setting({
    variable: 'SEARCH_STATISTICS',
    group: 'Search',
    description:
      '`on` counts queries and opened results by day, without anything about a person, to suggest popular queries and raise what is opened.',
    defaultText: 'off',
  })
  @onOff
  @IsBoolean({ message: '应为 on 或 off' })
  searchStatistics = false;

  @Setting({
    variable: 'DATA_QUERY_PROCESSES',
    group: 'Open data',
    description: 'Most processes for heavy queries over tables; light ones have one of their own.',
    defaultText: '2',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '应在 1–64 之间' })
  @Max(64, { message: '应在 1–64 之间' })
  dataQueryProcesses = 2;

  @Setting({
    variable: 'DATA_QUERY_MEMORY_MB',
    group: 'Open data',
    description: 'Memory that DuckDB may use in each of these processes, and in a conversion or export.',
    defaultText: '1024',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(128, { message: '应在 128–262144 之间' })
  @Max(262_144, { message: '应在 128–262144 之间' })
  dataQueryMemoryMb = 1024;

  @Setting({
    variable: 'DATA_QUERY_SECONDS',
    group: 'Open data',
    description: 'Most seconds that a query over a table may take.',
    defaultText: '20',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '应在 1–600 之间' })
  @Max(600, { message: '应在 1–600 之间' })
  dataQuerySeconds = 20;

  @Setting({
    variable: 'DATA_CONVERSION_MINUTES',
    group: 'Open data',
    description: 'Most minutes that an attached file may take to become tables.',
    defaultText: '60',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '应在 1–1440 之间' })
  @Max(1440, { message: '应在 1–1440 之间' })
  dataConversionMinutes = 60;

  @Setting({
    variable: 'DATA_ANONYMOUS_UNITS',
    group: 'Open data',
    description:
      'Units a minute that a caller without a key may use, by address: one a request and one for every 100,000 cells it reads; twice as many at once. 0 is no limit.',
    defaultText: '600',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '应在 0–100000000 之间' })
  @Max(100_000_000, { message: '应在 0–100000000 之间' })
  dataAnonymousUnits = 600;

  @Setting({ variable: 'DATA_KEY_UNITS', group: 'Open data', description: 'The same for each key.', defaultText: '6000' })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '应在 0–100000000 之间' })
  @Max(100_000_000, { message: '应在 0–100000000 之间' })
  dataKeyUnits = 6000;

  @Setting({
    variable: 'SAMPLE_DATA',
    group: 'Storage',
    description: '`off` starts with an empty catalog instead of the bundled sample.',
    defaultText: 'on',
  })
  @onOff
  @IsBoolean({ message: '应为 on 或 off' })
  sampleData = true;

  @Setting({
    variable: 'SECRET_KEY',
    group: 'Identity',
    description:
      '32 bytes in base64 that seal the secrets of the database; unset makes a file `secret.key` in `DATA_DIR` at the first start. Several processes need the same.',
    defaultText: '',
    secret: true,
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/_-]{43}=?$/, { message: '应为 32 字节的 base64，可用 openssl rand -base64 32 生成' })
  secretKey?: string;

  @Setting({
    variable: 'SECOND_FACTOR',
    group: 'Identity',
    description: 'Who must sign in with a second factor: `approvers` (and all administrators), `all` or `off`.',
    defaultText: 'approvers',
  })
  @IsIn(['approvers', 'all', 'off'], { message: '应为 approvers、all、off 之一' })
  secondFactor: 'approvers' | 'all' | 'off' = 'approvers';

  @Setting({
    variable: 'OIDC_ISSUER',
    group: 'Identity',
    description:
      'Address of an OpenID Connect provider whose people may sign in; https, or http on this machine. Needs `BASE_URL` and `OIDC_CLIENT_ID`.',
    defaultText: '',
  })
  @IsOptional()
  @Matches(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)([:/]|$))\S+$/, { message: '应为 https:// 开头的网址' })
  oidcIssuer?: string;

  @Setting({ variable: 'OIDC_CLIENT_ID', group: 'Identity', description: 'Name of this system at the provider.', defaultText: '' })
  @IsOptional()
  @IsString()
  oidcClientId?: string;

  @Setting({
    variable: 'OIDC_CLIENT_SECRET',
    group: 'Identity',
    description: 'Secret of this system at the provider; unset for a public client.',
    defaultText: '',
    secret: true,
  })
  @IsOptional()
  @IsString()
  oidcClientSecret?: string;

  @Setting({
    variable: 'OIDC_ACCOUNT_CLAIM',
    group: 'Identity',
    description:
      'Claim of the ID token that names the account at the first sign-in; afterwards issuer and subject count. People must not be able to choose it themselves; `email` and `phone_number` count when the provider says it has checked them.',
    defaultText: 'preferred_username',
  })
  @Matches(/^[A-Za-z][\w.:/-]{0,99}$/, { message: '应为声明的名字' })
  oidcAccountClaim = 'preferred_username';

  @Setting({
    variable: 'OIDC_FIRST_LINK',
    group: 'Identity',
    description:
      '`on` links the account that the claim names at the first sign-in by the provider; `off` lets in only whom `haozhao user link` has linked.',
    defaultText: 'on',
  })
  @onOff
  @IsBoolean({ message: '应为 on 或 off' })
  oidcFirstLink = true;

  @Setting({
    variable: 'OIDC_LABEL',
    group: 'Identity',
    description: 'Text of the way to the provider on the sign-in page.',
    defaultText: '统一身份认证登录',
  })
  @IsString()
  oidcLabel = '统一身份认证登录';

  @Setting({
    variable: 'OIDC_SECOND_FACTOR',
    group: 'Identity',
    description: '`on` takes the word of the provider (`amr`, `acr`) for a second factor; otherwise ours is asked for.',
    defaultText: 'off',
  })
  @onOff
  @IsBoolean({ message: '应为 on 或 off' })
  oidcSecondFactor = false;

  @Setting({
    variable: 'SIGNATURE_ALGORITHM',
    group: 'Identity',
    description:
      'How revisions and the audit log are signed: `ed25519`, or `sm2` with SM3 (GB/T 32918); earlier signatures stay verifiable.',
    defaultText: 'ed25519',
  })
  @IsIn(['ed25519', 'sm2'], { message: '应为 ed25519 或 sm2' })
  signatureAlgorithm: 'ed25519' | 'sm2' = 'ed25519';

  @Setting({
    variable: 'SMTP_URL',
    group: 'Mail',
    description: 'Mail server for notices (`smtp://user:password@host:port`, or `smtps://`); unset sends no mail.',
    defaultText: '',
    secret: true,
  })
  @IsOptional()
  @IsUrl(
    { require_tld: false, protocols: ['smtp', 'smtps'], require_protocol: true },
    { message: '应为 smtp:// 或 smtps:// 开头的地址，如 smtp://user:password@host:port' },
  )
  smtpUrl?: string;

  @Setting({
    variable: 'MAIL_FROM',
    group: 'Mail',
    description: 'Sender of the mail, such as `好找 <haozhao@example.gov.cn>`; needed with `SMTP_URL`.',
    defaultText: '',
  })
  @ValidateIf(({ smtpUrl }: Config) => smtpUrl !== undefined)
  @Matches(/^(?:[^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
    message: '设置了 SMTP_URL 时须写明发件人，如 好找 <haozhao@example.gov.cn>',
  })
  mailFrom?: string;

  @Setting({ variable: 'MAX_BODY_KB', group: 'Limits', description: 'Largest request body in kilobytes.', defaultText: '2048' })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(16, { message: '应在 16–65536 之间' })
  @Max(65536, { message: '应在 16–65536 之间' })
  maxBodyKb = 2048;

  @Setting({
    variable: 'MAX_UPLOAD_MB',
    group: 'Limits',
    description: 'Largest file that can be uploaded, in megabytes.',
    defaultText: '2048',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '应在 1–102400 之间' })
  @Max(102_400, { message: '应在 1–102400 之间' })
  maxUploadMb = 2048;

  @Setting({
    variable: 'UPLOAD_IDLE_SECONDS',
    group: 'Limits',
    description: 'An upload of which nothing arrives for so long is ended.',
    defaultText: '60',
  })
  @Type(() => Number)
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '应在 1–3600 之间' })
  @Max(3600, { message: '应在 1–3600 之间' })
  uploadIdleSeconds = 60;

  @Setting({
    variable: 'OUTBOUND_ALLOW',
    group: 'Limits',
    description:
      'Hosts, addresses and networks (`10.1.0.0/16`) of the inner network, separated by commas, from which files may be fetched and to which news may be sent; everything else inside is refused.',
    defaultText: '',
  })
  @IsString()
  outboundAllow = '';

  @Setting({
    variable: 'OUTBOUND_PORTS',
    group: 'Limits',
    description: 'Ports beside 80 and 443 that addresses elsewhere may name, such as `8080,9000-9100`.',
    defaultText: '',
  })
  @IsString()
  outboundPorts = '';

  @Setting({
    variable: 'LOG_LEVEL',
    group: 'Logs',
    description: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.',
    defaultText: 'info',
  })
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: '应为 fatal、error、warn、info、debug、trace、silent 之一',
  })
  logLevel = 'info';

  /** Absolute path of `DATA_DIR`. */
  get dataPath(): string {
    return path.resolve(this.dataDir);
  }

  /** Parquet files that the query engine reads; nothing else lies here. */
  get tablesPath(): string {
    return path.join(this.dataPath, 'tables');
  }

  /** What conversions, exports and large queries put aside; emptied at every start. */
  get scratchPath(): string {
    return path.join(this.dataPath, 'scratch');
  }

  /** Where files lie that are on their way in. */
  get incomingPath(): string {
    return path.join(this.dataPath, 'incoming');
  }
}

/** The configuration, or an error with one sentence a wrong variable. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given: Record<string, string> = {};
  for (const [property, { variable }] of describedSettings()) {
    const value = environment[variable];
    if (value !== undefined && value !== '') given[property] = value;
  }
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const errors = validateSync(config);
  if (errors.length === 0) return together(config);
  const sentences = errors.map((error) => {
    const setting = describedSettings().get(error.property);
    const shown = setting?.secret ? '' : `（现为 ${String(error.value)}）`;
    return `环境变量 ${setting?.variable ?? error.property}${shown}${Object.values(error.constraints ?? {}).join('，')}。`;
  });
  throw new ConfigError(sentences.join('\n'));
}

/** Settings that only make sense together. @throws ConfigError */
function together(config: Config): Config {
  if (config.oidcIssuer && !(config.oidcClientId && config.baseUrl))
    throw new ConfigError('设置了 OIDC_ISSUER，须同时设置 OIDC_CLIENT_ID 和 BASE_URL。');
  try {
    insideAllowed(config.outboundAllow);
    embedHosts(config.embedHosts);
    portRanges(config.outboundPorts);
  } catch (error) {
    throw new ConfigError(`环境变量 ${(error as Error).message}。`);
  }
  return config;
}

/** The environment cannot be used; the message names each variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

import { useContext } from 'preact/hooks';
import { People } from '../people.js';

/** Who acts without an account. */
const OTHERS: Record<string, string> = { cli: '服务器命令行', schedule: '系统' };

/** Whoever did something, as colleagues call them; with `account`, under the name of the audit log too. */
export function Person({ name, account = false }: { name: string; account?: boolean }) {
  const person = useContext(People).get(name);
  if (person === undefined) return <>{name.startsWith('key:') ? `接口密钥 ${name.slice(4)}` : (OTHERS[name] ?? name)}</>;
  return <>{account ? `${person}（${name}）` : person}</>;
}

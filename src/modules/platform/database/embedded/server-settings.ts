/**
 * Settings of the embedded server. Durability stays whole (fsync, full pages, synchronous commit); the rest suits one
 * machine that imports in bulk and then mostly reads. Statements and row values stay out of the log: they may hold personal data.
 */
export const serverSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // socket paths are limited to about 100 bytes, DATA_DIR is not
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off', // compiling costs more than these short queries
  wal_level: 'minimal', // no replica reads this log
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** The settings as arguments of `postgres`. */
export function settingArguments(settings = serverSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * The whole environment of the server programs: the caller's locale, time zone and secrets must not leak into the cluster.
 * On Windows, Node adds the few variables that every process there needs.
 */
export const serverEnvironment: Record<string, string> = { PATH: '/usr/bin:/bin', LANG: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };

import './config.js';
import { describedSettings } from './setting.js';

/** The configuration table of README, in Markdown. */
export function settingsTable(): string {
  const rows = [...describedSettings().values()].map(
    ({ variable, group, defaultText, description }) =>
      `| \`${variable}\` | ${group} | ${defaultText ? `\`${defaultText}\`` : ''} | ${description} |`,
  );
  return ['| variable | group | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

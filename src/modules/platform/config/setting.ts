/** What a setting says about itself; the table in README is made from this. */
export interface SettingDescription {
  /** Name of the environment variable. */
  variable: string;
  group: 'Server' | 'Storage' | 'Search' | 'Open data' | 'Identity' | 'Mail' | 'Limits' | 'Logs';
  description: string;
  /** The default as a person reads it; empty when unset. */
  defaultText: string;
  /** Never printed in logs or error messages. */
  secret: boolean;
}

const settings = new Map<string, SettingDescription>();

/** Describes one property of `Config` and the environment variable that fills it. */
export function Setting(description: Omit<SettingDescription, 'secret'> & { secret?: boolean }): PropertyDecorator {
  return (_target, property) => {
    settings.set(String(property), { secret: false, ...description });
  };
}

/** All settings in the order of `Config`, by property name. */
export function describedSettings(): ReadonlyMap<string, SettingDescription> {
  return settings;
}

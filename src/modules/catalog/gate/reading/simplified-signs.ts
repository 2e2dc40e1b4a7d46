import * as openCC from 'opencc-js/t2cn';

// The package's declarations do not resolve under Node's module rules.
const { Locale } = openCC as unknown as { Locale: { to: { cn: string[][] } } };

/** Traditional characters with their simplified form, one for one (OpenCC), so that every place in a text stays where it is. */
export const simplifiedSigns: ReadonlyMap<string, string> = new Map(
  Locale.to.cn
    .flat()
    .flatMap((dictionary) => dictionary.split('|').map((entry) => entry.split(' ') as [string, string]))
    .filter(([key, value]) => key.length === 1 && value.length === 1 && key !== value),
);

const PLAIN = /^[a-z0-9_-]{2,100}$/;
const ESCAPE = /_[0-9a-f]{2}/;

/** The CKAN name of an identifier: itself where CKAN allows it, else with every other byte as `_` and two hex digits. Pure; `identifierOfName` undoes it. */
export function nameOf(identifier: string): string {
  if (PLAIN.test(identifier) && !ESCAPE.test(identifier)) return identifier;
  const bytes = [...Buffer.from(identifier, 'utf8')];
  const alone = bytes.length === 1;
  return bytes
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[a-z0-9-]/.test(character) && !alone ? character : `_${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

/** The identifier that has this name; a text that is nobody's name is taken as it is. Pure. */
export function identifierOfName(name: string): string {
  if (!ESCAPE.test(name) || !/^[a-z0-9_-]+$/.test(name)) return name;
  const letters = name.replace(/_([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const identifier = Buffer.from(letters, 'latin1').toString('utf8');
  return nameOf(identifier) === name ? identifier : name;
}

import { expect, it } from 'vitest';
import { jsonLdText } from './json-ld.js';

it.each(['</script><!--', '&lt;', '\u2028\u2029', '\ud800', '𠮷', '\u0000\u001f', '"\\'])(
  '%j cannot end the element and stays what it is',
  (text) => {
    const written = jsonLdText({ name: text });
    expect(written).not.toMatch(/[<>&\u2028\u2029\p{Cc}]/u);
    expect(JSON.parse(written)).toEqual({ '@context': 'https://schema.org', name: text });
  },
);

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 with its check digit (GB 32100-2015); `head` is the first 17 characters. */
export function creditCode(head: string): string {
  const sum = [...head].reduce((total, char, i) => total + ALPHABET.indexOf(char) * (3 ** i % 31), 0);
  return head + ALPHABET[(31 - (sum % 31)) % 31];
}

/** 组织机构代码 with its check digit (GB 11714); `head` is the first 8 characters. */
export function organisationCode(head: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (char: string) => (/\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55);
  const check = 11 - ([...head].reduce((total, char, i) => total + value(char) * weights[i]!, 0) % 11);
  return head + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}

const LEVELS = ['省', '自治区', '市', '自治州', '州', '地区', '盟', '县', '区', '旗'];

/**
 * Full name of an organ that a record names from inside its region: 市统计局 in 江苏省泰州市 is 江苏省泰州市统计局.
 * Names that carry their place already are returned as they are.
 */
export function qualifyName(name: string, regionLabel: string | null): string {
  if (!regionLabel) return name;
  const level = LEVELS.find((candidate) => name.startsWith(candidate) && name.length > candidate.length + 1);
  if (!level || /^(市场|区域|市政|区块|州际|省际)/.test(name)) return name;
  if (regionLabel.endsWith(level)) return regionLabel + name.slice(level.length);
  return `${name}（${regionLabel}）`;
}

/** 2024-05-08 as 公文 write it (GB/T 9704, 7.3.5.4): 2024年5月8日; what is no whole date as it is. Pure. */
export function officialDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return year && month && day ? `${year}年${month}月${day}日` : date;
}

/** Signs from the end of a text in which who signed and when would stand. */
const END = 300;

/** Whether a text says at its end when it was written. Pure. */
export function endsSigned(body: string, writtenOn: string): boolean {
  return body.replace(/\s/gu, '').slice(-END).includes(officialDate(writtenOn));
}

/** A cell that makes a spreadsheet program start another one (DDE), as `=cmd|'/c calc'!A1`. Pure. */
export const commandFormula = (text: string): string | undefined =>
  /(?:^|[,;\t\r\n"])[ "']{0,4}[=+@-][^,;\t\r\n|]{0,40}?\b(cmd|powershell|mshta|rundll32|regsvr32|wscript|cscript|msexcel|excel|winword|msaccess|explorer)(\.exe)?'?\s{0,20}\|[^\r\n]{0,200}?!/i.exec(
    text,
  )?.[1];

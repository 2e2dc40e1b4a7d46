/** What every page knows of the site. */
export interface Site {
  /** Absolute address without a slash at the end. */
  baseUrl: string;
  styleUrl: string;
  scriptUrl: string;
  /** What the editor of the workbench does beyond a plain form. */
  workbenchScriptUrl: string;
}

export const SITE_NAME = '好找';
export const SITE_SLOGAN = '政府信息与数据目录';

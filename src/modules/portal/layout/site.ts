/** What every page knows of the site. */
export interface Site {
  /** Absolute address without a slash at the end. */
  baseUrl: string;
  /** 网站名称. */
  name: string;
  slogan: string;
  /** 政府网站标识码, when it is registered. */
  idCode?: string;
  styleUrl: string;
  scriptUrl: string;
  /** What the editor of the workbench does beyond a plain form. */
  workbenchScriptUrl: string;
}

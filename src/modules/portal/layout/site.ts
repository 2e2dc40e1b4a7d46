/** What every page knows of the site. */
export interface Site {
  /** Absolute address without a slash at the end. */
  baseUrl: string;
  /** 网站名称. */
  name: string;
  slogan: string;
  /** 政府网站标识码, when it is registered. */
  idCode?: string;
  /** 主办单位. */
  organiser?: string;
  /** How to reach it: telephone, address, mail. */
  contact?: string;
  /** ICP 备案号. */
  icp?: string;
  /** 公安备案号. */
  policeRecord?: string;
  /** Page of the national mark of party and government websites (党政机关网站标识). */
  markUrl?: string;
  /** "我为政府网站找错". */
  errorReportUrl?: string;
  /** Addresses of the stylesheets and scripts. */
  style: string;
  script: string;
  workbenchStyle: string;
  styleguideStyle: string;
  /** What the browser can do with a record: copy, share, print, read aloud. */
  recordScript: string;
  /** What the editor of the workbench does beyond a plain form. */
  workbenchScript: string;
}

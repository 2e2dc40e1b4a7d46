import { Refusal } from './refusal.js';

/** What Windows and others run when it is opened, whatever it holds. */
const RUNS = new Set(
  `exe com scr pif bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta msi msp msc cpl dll sys drv ocx jar jnlp class apk ipa app dmg pkg deb rpm
   sh bash zsh csh run bin elf so py pyc pl rb php phtml asp aspx jsp jspx cgi lnk url scf reg inf gadget application chm hlp iso img vhd vhdx
   docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm ppa xla xll wiz`.split(/\s+/),
);
const MACRO = /^(docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam|ppsm|sldm|ppa|xla|xll|wiz)$/;

const MOST_CHARACTERS = 200;

/** The last extension of a name, in lower case; empty without one. Pure. */
export const extensionOf = (name: string): string => /[^.]\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** The name a file is kept under: its last part, without what tricks the eye or a file system. Pure. @throws Refusal */
export function checkedName(given: string): string {
  const name = given.split(/[\\/]/).at(-1)!.normalize('NFC').trim();
  if (name === '' || /^\.+$/.test(name)) throw new Refusal('badName', '是空的，');
  if ([...name].length > MOST_CHARACTERS) throw new Refusal('badName', `超过 ${MOST_CHARACTERS} 个字，`);
  // A sign that turns the writing around makes “annex‮fdp.exe” read as a PDF.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/u.test(name)) throw new Refusal('badName', '含有控制字符、隐形字符或 < > : " | ? *，');
  if (/[. ]$/.test(name)) throw new Refusal('badName', '以点或空格结尾，');
  return name;
}

/** Refuses what would run when somebody opens it. Pure. @throws Refusal */
export function refuseRunning(name: string): void {
  const extension = extensionOf(name);
  if (MACRO.test(extension)) throw new Refusal('macro', `.${extension} 是带宏的格式`);
  if (RUNS.has(extension)) throw new Refusal('executable', `.${extension}`);
}

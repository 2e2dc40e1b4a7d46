/** Why a file is not taken: what it is, and what to do instead. `{}` is the place of what was found. */
const SENTENCES = {
  empty: ['文件是空的，请检查后重新上传。', 'The file is empty.'],
  badName: ['文件名{}不能使用，请改名后重新上传。', 'The file name cannot be used.'],
  notAccepted: [
    '不接收{}。可以上传：pdf、ofd、docx、xlsx、pptx、doc、xls、ppt、wps、et、ods、csv、tsv、txt、json、jsonl、geojson、parquet、xml、html、zip、png、jpg、gif、mp4；请另存为其中一种。',
    'This kind of file is not taken.',
  ],
  contradiction: ['{}，请用原来的软件另存为与扩展名相符的格式，不要只改文件名。', 'The name says another format than the content.'],
  damaged: ['文件不完整或已损坏（{}），请重新导出或重新压缩后上传。', 'The file is damaged or incomplete.'],
  executable: ['文件是可执行程序或脚本（{}），不能上传。', 'Programs and scripts are not taken.'],
  encrypted: ['文件加了密码，无法检查，公众也打不开；请去掉密码后重新上传。', 'The file is encrypted; remove the password.'],
  macro: ['文件含有宏（{}），请另存为不含宏的 docx、xlsx 或 pptx。', 'The file contains macros; save it without them.'],
  activeContent: ['文件里嵌有可运行的对象（{}），请删去嵌入对象后另存。', 'The file embeds objects that can run; remove them.'],
  externalTemplate: [
    '文件打开时会自动读取外部内容（{}），请断开链接后另存。',
    'The file loads outside content when opened; break the link.',
  ],
  pdfAction: ['PDF 含有打开时会执行的动作（{}），请用“打印为 PDF”重新生成。', 'The PDF contains actions; print it to a new PDF.'],
  pdfEmbedded: ['PDF 里夹带了其他文件，请把它们作为单独的附件上传。', 'The PDF carries other files; upload them separately.'],
  polyglot: ['文件里藏有另一种内容（{}），请用原来的软件重新导出。', 'The file hides content of another kind.'],
  doctype: ['XML 含有 DTD 或实体声明（{}），可能攻击读取它的程序；请删去 <!DOCTYPE …> 后重新保存。', 'The XML declares a DTD or entities.'],
  commandFormula: ['表格里有会启动程序的公式（{}），请删去后重新上传。', 'A cell of the table would start a program.'],
  zipPath: ['压缩包里的路径{}不安全，请只用相对路径重新压缩。', 'The archive holds an unsafe path.'],
  zipDuplicate: ['压缩包里{}出现了两次，请重新压缩。', 'The archive holds the same name twice.'],
  zipLink: ['压缩包里{}是链接而不是文件，请换成文件本身。', 'The archive holds a link.'],
  zipBomb: ['压缩包展开后过大（{}），请拆分或直接上传里面的文件。', 'The archive grows too large when unpacked.'],
  zipEntries: ['压缩包里的文件太多（{}），请拆分。', 'The archive holds too many files.'],
  zipNesting: ['压缩包里套的压缩包太深（{}），请直接上传里面的文件。', 'Archives are nested too deeply.'],
  zipMethod: ['压缩包用了无法检查的压缩方法（{}），请用普通 zip 重新压缩。', 'The archive uses a method that cannot be checked.'],
  virus: ['文件含有病毒或恶意代码（{}），请先在本机查杀。', 'The file contains malware.'],
} as const satisfies Record<string, readonly [string, string]>;

export type RefusalRule = keyof typeof SENTENCES;

/** A file that is not taken, and why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly english: string;

  /** `found` stands in the sentence; `place` is the member of an archive it is about. */
  constructor(
    readonly rule: RefusalRule,
    readonly found = '',
    readonly place: readonly string[] = [],
  ) {
    const [chinese, english] = SENTENCES[rule];
    super(`${place.length > 0 ? `压缩包内“${place.join(' → ')}”：` : ''}${chinese.replace('{}', () => shown(found))}`);
    this.english = english;
  }

  within(member: string): Refusal {
    return new Refusal(this.rule, this.found, [shown(member), ...this.place]);
  }
}

/** Names out of files are shown short, and without signs that turn a line around. */
const shown = (text: string) => (text.length > 80 ? `${text.slice(0, 78)}…` : text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');

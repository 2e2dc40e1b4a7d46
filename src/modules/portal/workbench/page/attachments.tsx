import type { RecordKind, ResourceFields } from '../../../catalog/index.js';
import { sizeText } from '../../component/downloads.js';
import { titleBox } from '../attachment-list.js';
import type { FileCheck } from '../submission-files.service.js';
import { FindingList } from './findings.js';
import { PostForm } from './frame.js';

interface AttachmentListProps {
  address: string;
  kind: RecordKind;
  files: ResourceFields[];
  /** What the gate says of each, in their order. */
  checks: FileCheck[];
}

/** The files of a draft, inside the form of the editor: renaming, order and removal are saved with everything else. */
export function AttachmentList({ address, kind, files, checks }: AttachmentListProps) {
  return (
    <fieldset class="attachments" id="attachments">
      <legend>附件（{files.length}）</legend>
      {files.length === 0 && <p class="note">还没有附件。</p>}
      <ol>
        {files.map((file, index) => (
          <li key={(file.sha256 ?? file.url ?? file.title) + String(index)}>
            <label for={titleBox(index)}>第 {index + 1} 个附件的名称</label>
            <input id={titleBox(index)} name={titleBox(index)} value={file.title} />
            <span class="note">
              {[file.format?.toUpperCase(), file.byteSize ? sizeText(file.byteSize) : null, file.sha256 ? null : file.url]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <FileChecked kind={kind} check={checks[index]} />
            <span class="attachment-actions">
              {index > 0 && (
                <button
                  type="submit"
                  class="plain"
                  formAction={`${address}/files`}
                  name="moveFileUp"
                  value={index}
                  aria-label={`上移：${file.title}`}
                >
                  上移
                </button>
              )}
              <button
                type="submit"
                class="plain"
                formAction={`${address}/files`}
                name="removeFile"
                value={index}
                aria-label={`移除：${file.title}`}
              >
                移除
              </button>
            </span>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

/** What was looked through and found in a file; nothing for one that stands elsewhere. */
function FileChecked({ kind, check }: { kind: RecordKind; check?: FileCheck }) {
  if (!check) return <></>;
  const { read, notes, findings } = check;
  return (
    <div class="file-check">
      {notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      {findings.length > 0 && (
        <>
          <p class="wrong">文件里查到 {findings.length} 处，提交前请改好文件后重新上传；确须公开的，提交时写明理由：</p>
          <FindingList kind={kind} findings={findings} />
        </>
      )}
      {findings.length === 0 && read && <p class="note">已检查全文，没有发现。</p>}
    </div>
  );
}

/** Adds a file; the file comes last in the body, so that whoever receives it can judge before the file arrives. */
export function AttachmentUpload({ address, csrf, version }: { address: string; csrf: string; version: number }) {
  return (
    <section class="panel" aria-labelledby="upload">
      <h2 id="upload">添加附件</h2>
      <PostForm id="attachment-upload" action={`${address}/attachments`} csrf={csrf} files>
        <input type="hidden" name="version" value={version} />
        <p class="work-field">
          <label for="attachment-title">附件名称</label>
          <input id="attachment-title" name="title" aria-describedby="attachment-title-help" />
          <span class="note" id="attachment-title-help">
            不填则用文件名
          </span>
        </p>
        <p class="work-field">
          <label for="attachment-file">选择文件</label>
          <input id="attachment-file" name="file" type="file" required aria-describedby="attachment-file-help" />
          <span class="note" id="attachment-file-help">
            PDF、OFD、Office 文档、表格、文本等；加密的和带宏的文件不收。上传前请先保存草稿。
          </span>
        </p>
        <button type="submit">上传</button>
      </PostForm>
      <PostForm id="attachment-fetch" action={`${address}/attachments/fetched`} csrf={csrf}>
        <input type="hidden" name="version" value={version} />
        <p class="work-field">
          <label for="attachment-address">或从网址取</label>
          <input id="attachment-address" name="address" type="url" required aria-describedby="attachment-address-help" />
          <span class="note" id="attachment-address-help">
            公开可以访问的 http 或 https 网址；取来后同上传的文件一样检查。
          </span>
        </p>
        <button type="submit">取来</button>
      </PostForm>
    </section>
  );
}

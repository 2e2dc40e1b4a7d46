import { useReading } from '../reading/reading.js';
import { ForScripts } from './for-scripts.js';
import { Icon } from './icon.js';

/** Copies the text of an element; shown by the script that can do it. */
export function CopyButton({ of, what }: { of: string; what: string }) {
  const { t } = useReading();
  return (
    <ForScripts>
      <button type="button" class="button plain" hidden data-copy={of} data-done={t.record.copied} data-failed={t.record.copyFailed}>
        <Icon name="copy" />
        <span class="visually-hidden">{t.record.copyOf(what)}</span>
        <span aria-hidden="true">{t.record.copy}</span>
      </button>
    </ForScripts>
  );
}

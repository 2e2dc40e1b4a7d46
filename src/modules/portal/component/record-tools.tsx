import { useReading } from '../reading/reading.js';
import { ForScripts } from './for-scripts.js';
import { Icon } from './icon.js';

interface RecordToolsProps {
  title: string;
  /** Absolute. */
  address: string;
  /** What is read aloud: a selector; nothing without it. */
  reads?: string;
}

/** Print, share, read aloud: what the browser can do with a record. Each is shown by the script once it knows that it can. */
export function RecordTools({ title, address, reads }: RecordToolsProps) {
  const { t } = useReading();
  return (
    <ForScripts>
      <div class="actions record-tools" role="group" aria-label={t.record.tools} hidden data-tools>
        <button type="button" class="button plain" hidden data-print>
          <Icon name="print" />
          {t.record.print}
        </button>
        <button type="button" class="button plain" hidden data-share={address} data-title={title}>
          <Icon name="share" />
          {t.record.share}
        </button>
        {reads && (
          <>
            <button
              type="button"
              class="button plain"
              hidden
              data-read={reads}
              data-start={t.record.readAloud}
              data-pause={t.record.pauseReading}
              data-resume={t.record.resumeReading}
            >
              <Icon name="speak" />
              <span>{t.record.readAloud}</span>
            </button>
            <button type="button" class="button plain" hidden data-stop>
              <Icon name="close" />
              {t.record.stopReading}
            </button>
          </>
        )}
      </div>
    </ForScripts>
  );
}

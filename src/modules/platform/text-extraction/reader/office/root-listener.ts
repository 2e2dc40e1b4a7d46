import type { XmlListener } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';

/** Hears a part and counts the characters that readers see as text. */
export interface PartListener extends XmlListener<TextPart> {
  readonly characters: number;
}

/** Finds out by its root element who hears a part. */
export class RootListener implements PartListener {
  private listener?: PartListener;

  constructor(private readonly choose: (root: string) => PartListener) {}

  get characters(): number {
    return this.listener?.characters ?? 0;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.listener ??= this.choose(name);
    this.listener.open?.(name, attributes);
  }

  text(text: string): void {
    this.listener?.text?.(text);
  }

  close(name: string): void {
    this.listener?.close?.(name);
  }

  take(): TextPart[] {
    return this.listener?.take() ?? [];
  }
}

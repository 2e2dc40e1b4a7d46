import { create } from 'qrcode';

/** Modules of white around it (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code drawn in the page itself: black on white in every mode, or readers would not see it. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * QUIET;
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={title} shape-rendering="crispEdges">
      <path fill="#ffffff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000000" d={dark(modules)} />
    </svg>
  );
}

/** One stroke for each run of dark modules. Pure. */
function dark({ size, data }: { size: number; data: Uint8Array }): string {
  let path = '';
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const start = column;
      while (column < size && data[row * size + column]) column++;
      if (column > start) path += `M${start + QUIET} ${row + QUIET}h${column - start}v1h-${column - start}z`;
    }
  return path;
}

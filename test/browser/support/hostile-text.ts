const MARKUP = `<script>window.ran=1</script><img src=x onerror="window.ran=1"><b>'"&amp;`;
/** Letters that run to the left, an isolate of theirs and an override, neither of which is ever closed. */
const BIDI = '\u2067تكشف\u202E';
/** Characters beyond the basic plane, and a family that is one picture of seven code points. */
const RARE = '𠮷㐂👨‍👩‍👧‍👦';

/** What a field may hold at the worst, as long as it may be: markup, other directions, rare characters and no place to break. */
export function hostileText(length: number, name = ''): string {
  const parts = [name, RARE, BIDI, MARKUP].join('');
  // Where there is no room for everything, the markup is short.
  const start = parts.length <= length ? parts : `${name}<b>${RARE}${BIDI}`.slice(0, length);
  return start + 'W'.repeat(Math.max(0, length - start.length));
}

/** Texts of the page itself whose letters do not run from left to right, because something before them turned the direction. Runs inside the page. */
export function mirrored(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const boxOf = (node: Node, at: number) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.nodeValue ?? '';
    // What was written by others may run as it likes.
    if (/W{9}|[\u0600-\u06FF\u202A-\u202E\u2066-\u2069]/.test(text)) continue;
    for (let at = 0; at + 1 < text.length; at++) {
      if (!/[\p{Script=Han}\w]{2}/u.test(text.slice(at, at + 2))) continue;
      const [one, next] = [boxOf(node, at), boxOf(node, at + 1)];
      if (one.width > 0 && next.width > 0 && Math.abs(one.top - next.top) < 2 && next.left < one.left) {
        found.push(`${node.parentElement?.localName ?? ''}: ${text.trim().slice(0, 30)}`);
        break;
      }
    }
  }
  return found;
}

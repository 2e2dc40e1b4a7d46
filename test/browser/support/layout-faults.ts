/**
 * What a person would call broken on the page as it stands: it scrolls sideways, text is cut by its box or runs out of it,
 * controls or lines of text lie over each other. Runs inside the page and so uses nothing from outside itself.
 */
export function layoutFaults(): string[] {
  const SLACK = 3;
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`sideways: ${root.scrollWidth - root.clientWidth} px`);

  const nameOf = (element: Element) => {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 24);
    const { className } = element;
    return `<${element.localName}${typeof className === 'string' && className ? ` class="${className}"` : ''}> ${text}`;
  };
  const ancestors = (element: Element) => {
    const chain: Element[] = [];
    for (let one: Element | null = element; one; one = one.parentElement) chain.push(one);
    return chain;
  };
  // Texts for screen readers alone are a pixel or lie left of the screen on purpose.
  const unseen = (element: Element) =>
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
    ancestors(element).some((one) => {
      if (one === root) return false;
      const { width, height, right } = one.getBoundingClientRect();
      return getComputedStyle(one).clipPath.startsWith('inset') || right <= 0 || (width <= 1 && height <= 1);
    });
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflow);
  const scrollerOf = (element: Element) => ancestors(element).find((one) => one !== document.body && one !== root && scrolls(one));

  const lines: { element: Element; box: DOMRect; scroller: Element | undefined }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!element || !node.nodeValue?.trim() || ['SCRIPT', 'STYLE', 'OPTION', 'TEXTAREA'].includes(element.tagName)) continue;
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (boxes.length === 0 || unseen(element)) continue;
    if (/^\s*\d[\d,.]*\s*$/.test(node.nodeValue) && boxes.some((box) => box.top > boxes[0]!.bottom - SLACK))
      faults.push(`number over two lines: ${nameOf(element)}`);
    const scroller = scrollerOf(element);
    for (const box of boxes) {
      lines.push({ element, box, scroller });
      if (scroller) continue;
      if (box.right > root.clientWidth + 1 || box.left < -1) faults.push(`beyond the screen: ${nameOf(element)}`);
    }
    const cutter = ancestors(element).find((one) => /hidden|clip/.test(getComputedStyle(one).overflow));
    if (cutter && cutter !== document.body && cutter !== root) {
      const edge = cutter.getBoundingClientRect();
      if (boxes.some((box) => box.right > edge.right + SLACK || box.bottom > edge.bottom + SLACK || box.left < edge.left - SLACK))
        faults.push(`cut: ${nameOf(element)}`);
    }
    const holder = ancestors(element).find(
      (one) => !getComputedStyle(one).display.startsWith('inline') || /^(button|a)$/.test(one.localName),
    );
    // Spaces at the end of preformatted lines hang out.
    if (holder && !scroller && !(holder instanceof SVGElement) && !element.closest('pre')) {
      const edges = [...holder.getClientRects()];
      const left = Math.min(...edges.map((edge) => edge.left));
      const right = Math.max(...edges.map((edge) => edge.right));
      if (boxes.some((box) => box.right > right + SLACK || box.left < left - SLACK)) faults.push(`runs out of its box: ${nameOf(element)}`);
    }
  }

  const over = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
  const meet = <T extends { element: Element; box: DOMRect; scroller: Element | undefined }>(all: T[], what: string, slack: number) => {
    all.sort((a, b) => a.box.top - b.box.top);
    all.forEach((one, index) => {
      for (let next = index + 1; next < all.length && all[next]!.box.top < one.box.bottom; next++) {
        const other = all[next]!;
        if (one.element.contains(other.element) || other.element.contains(one.element) || one.scroller !== other.scroller) continue;
        if (Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) <= slack) continue;
        if (over(one.box, other.box)) faults.push(`${what}: ${nameOf(one.element)} / ${nameOf(other.element)}`);
      }
    });
  };
  // Boxes of lines are taller than what is drawn in them.
  meet(lines, 'text over text', 6);
  const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((element) => !unseen(element))
    .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box, scroller: scrollerOf(element) })));
  meet(
    controls.filter(({ box }) => box.width > 1 && box.height > 1),
    'control over control',
    6,
  );
  return [...new Set(faults)].slice(0, 20);
}

// Completes what is typed in a search box (WAI-ARIA combobox). Without it the box works all the same.
const KEYS_MS = 120;
const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

for (const input of document.querySelectorAll('input[data-suggest]')) {
  const { suggest, found, none, kinds } = input.dataset;
  const labels = kinds ? JSON.parse(kinds) : {};
  const list = element('ul', { class: 'suggestions', id: `${input.id}-suggestions`, role: 'listbox', 'aria-label': suggest });
  // Says how many completions there are to whoever does not see them.
  const told = element('div', { class: 'visually-hidden', role: 'status' });
  list.hidden = true;
  input.after(list, told);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ])
    input.setAttribute(name, value);
  let chosen = -1;
  let asked = 0;
  let timer;

  const close = () => {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    chosen = -1;
    told.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const go = (item) => {
    if (item.dataset.url) window.location.assign(item.dataset.url);
    else {
      input.value = item.dataset.text;
      input.form.requestSubmit();
    }
  };
  const choose = (index) => {
    const items = [...list.children];
    chosen = (index + items.length) % items.length;
    items.forEach((item, place) => item.setAttribute('aria-selected', String(place === chosen)));
    items[chosen].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', items[chosen].id);
  };
  const option = ({ text, type, url }, index) => {
    const item = element(
      'li',
      { id: `${list.id}-${index}`, role: 'option', 'aria-selected': 'false', 'data-text': text, ...(url ? { 'data-url': url } : {}) },
      element('span', { lang: 'zh-CN' }, text),
      element('span', { class: 'note' }, labels[type] ?? ''),
    );
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      go(item);
    });
    return item;
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(option));
    list.hidden = suggestions.length === 0;
    chosen = -1;
    told.textContent = list.hidden ? (none ?? '') : (found ?? '').replace('{n}', suggestions.length);
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  };
  const complete = async (text) => {
    const turn = ++asked;
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text.slice(0, 100))}`);
      const { suggestions = [] } = answer.ok ? await answer.json() : {};
      if (turn === asked && document.activeElement === input) show(suggestions);
    } catch {
      if (turn === asked) close();
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text) timer = setTimeout(complete, KEYS_MS, text);
    else close();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1));
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      go(list.children[chosen]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener('blur', close);
}

// "/" goes to the box. Care mode turns it off, for those who speak to their computer (WCAG 2.1.4).
document.addEventListener('keydown', (event) => {
  const plain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (!plain || document.documentElement.classList.contains('care')) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const box = document.querySelector('input[data-suggest]');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// Filters stand open beside the results, and closed above them on a phone.
const beside = window.matchMedia('(min-width: 52.01rem)');
const place = () => {
  const open = beside.matches && !document.documentElement.classList.contains('care');
  for (const filters of document.querySelectorAll('details.filters')) filters.open = open;
};
place();
beside.addEventListener?.('change', place);

// Where the operator counts opened results, tells which one it was; sums only, nothing about who.
for (const results of document.querySelectorAll('[data-clicks]')) {
  results.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-record]');
    if (!link) return;
    const body = JSON.stringify({ q: results.dataset.clicks, identifier: link.dataset.record });
    window.navigator.sendBeacon('/api/v1/search/clicks', new window.Blob([body], { type: 'application/json' }));
  });
}

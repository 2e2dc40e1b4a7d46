// Completes what is typed in a search box (WAI-ARIA combobox). Without it the box works all the same.
for (const input of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `${input.id}-suggestions`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.suggest);
  list.hidden = true;
  input.after(list);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ])
    input.setAttribute(name, value);
  const labels = { title: '标题', department: '部门', topic: '主题', number: '文号', query: '' };
  let chosen = -1;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    chosen = -1;
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
    input.setAttribute('aria-activedescendant', items[chosen].id);
  };
  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map(({ text, type, url }, index) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.dataset.text = text;
        if (url) item.dataset.url = url;
        const kind = document.createElement('span');
        kind.className = 'note';
        kind.textContent = labels[type] ?? '';
        item.append(Object.assign(document.createElement('span'), { textContent: text }), kind);
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          go(item);
        });
        return item;
      }),
    );
    list.hidden = suggestions.length === 0;
    chosen = -1;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  let timer;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (!text) return close();
    timer = setTimeout(async () => {
      const turn = ++asked;
      try {
        const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text.slice(0, 100))}`);
        const { suggestions = [] } = answer.ok ? await answer.json() : {};
        if (turn === asked && document.activeElement === input) show(suggestions);
      } catch {
        close();
      }
    }, 120);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1));
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      go(list.children[chosen]);
    } else if (event.key === 'Escape') close();
  });
  input.addEventListener('blur', close);
}

// Where the operator counts opened results, tells which one it was; sums only, nothing about who.
for (const results of document.querySelectorAll('[data-clicks]')) {
  results.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-record]');
    if (!link) return;
    const body = JSON.stringify({ q: results.dataset.clicks, identifier: link.dataset.record });
    window.navigator.sendBeacon('/api/v1/search/clicks', new window.Blob([body], { type: 'application/json' }));
  });
}

// What the editor of the workbench does beyond a plain form: saves while one pauses, refreshes the preview, counts characters,
// completes names. Everything it does can be done without it, by the buttons of the form.
const form = document.getElementById('editor');
const PAUSE = 2000;
const PREVIEW_PAUSE = 700;

if (form) {
  let version = form.elements.namedItem('version');
  const state = document.getElementById('save-state');
  const preview = document.getElementById('preview');
  const previewButton = document.getElementById('preview-button');
  const token = form.elements.namedItem('_csrf').value;
  // The version is no content: it changes with every save.
  const contents = () => {
    const data = new window.FormData(form);
    data.delete('version');
    return new window.URLSearchParams(data).toString();
  };
  let saved = contents();
  let conflict = false;
  let leaving = false;

  const send = (url, method, body, headers = {}) =>
    fetch(url, {
      method,
      body,
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-CSRF-Token': token,
        Accept: 'application/json, text/html',
        ...headers,
      },
    });

  const say = (text, tone = '') => {
    state.textContent = text;
    state.dataset.tone = tone;
  };

  // Errors of the last try, next to their boxes; those of the server's page go when the field is mended.
  const mark = (fields) => {
    for (const old of form.querySelectorAll('.wrong[data-live]')) {
      const box = document.getElementById(old.dataset.live);
      box?.removeAttribute('aria-invalid');
      old.remove();
    }
    for (const { field, message } of fields) {
      const name = field.replace(/[[.].*$/, '');
      const box = document.getElementById(`field-${name}`) ?? document.getElementById(name);
      if (!box || document.getElementById(`field-${name}-wrong`)) continue;
      const wrong = document.createElement('span');
      Object.assign(wrong, { className: 'wrong', id: `field-${name}-live`, textContent: message });
      wrong.dataset.live = box.id;
      box.setAttribute('aria-invalid', 'true');
      box.after(wrong);
    }
  };

  // A new draft is begun once it can be told from others; from then on the page is that draft's.
  const identifier = form.elements.namedItem('identifier');
  const canBegin = () => version || (identifier.value.trim() !== '' && form.elements.namedItem('title').value.trim() !== '');
  const begin = ({ id }) => {
    const address = `/workbench/submissions/${id}`;
    version = Object.assign(document.createElement('input'), { type: 'hidden', name: 'version' });
    form.append(version);
    identifier.readOnly = true;
    form.setAttribute('action', `${address}/edit`);
    previewButton.setAttribute('formaction', `${address}/preview#preview`);
    window.history.replaceState(null, '', `${address}/edit`);
  };

  // Saving: one request at a time, the newest content last.
  let running = null;
  let saving = false;
  const save = async () => {
    const body = contents();
    if (conflict || body === saved || !canBegin()) return;
    say('正在保存…');
    try {
      const ifMatch = version ? { 'If-Match': `"r${version.value}"` } : {};
      const answer = await send(form.getAttribute('action'), 'PUT', body, ifMatch);
      if (answer.type === 'opaqueredirect')
        return say('登录已失效，没有自动保存。您写的都还在本页：请在新窗口登录后回来，再按“保存草稿”。', 'wrong');
      const said = await answer.json();
      if (answer.ok) {
        saved = body;
        if (!version) begin(said);
        for (const box of document.querySelectorAll('input[name=version]')) box.value = said.version;
        mark([]);
        say(`已自动保存（${new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })}，第 ${said.version} 版）`);
      } else if (answer.status === 412) {
        conflict = true;
        say('别人刚保存了这份稿件，自动保存已停。您写的都还在本页，没有丢失：按“保存草稿”可以看到两者的不同，再决定留哪个。', 'wrong');
      } else {
        mark(said.fields ?? []);
        say(`没有自动保存：${said.message ?? said.detail ?? '请按“保存草稿”。'}`, 'wrong');
      }
    } catch {
      say('网络不通，没有自动保存；您写的都还在本页，连上后会再试。', 'wrong');
      saveSoon();
    }
  };
  const saveNow = () =>
    (running = (running ?? Promise.resolve()).then(async () => {
      saving = true;
      await save();
      saving = false;
    }));
  let saveTimer;
  const saveSoon = () => {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(saveNow, PAUSE);
  };
  if (!version) say('填好标识符和标题后会自动保存。');

  // The preview: the same fragment that the page without script shows.
  let previewTimer;
  let asked = 0;
  const refresh = async (show = false) => {
    const turn = ++asked;
    try {
      const answer = await send(`${previewButton.getAttribute('formaction').split('#')[0]}?part=content`, 'POST', contents());
      if (!answer.ok || turn !== asked) return;
      preview.innerHTML = await answer.text();
      preview.hidden = false;
      preview.parentElement.classList.add('editor-split-open');
      if (show) preview.scrollIntoView({ block: 'nearest' });
    } catch {
      // The form goes on without it; the next pause tries again.
    }
  };
  previewButton.addEventListener('click', (event) => {
    event.preventDefault();
    void refresh(true);
  });

  form.addEventListener('input', () => {
    saveSoon();
    clearTimeout(previewTimer);
    if (!preview.hidden) previewTimer = setTimeout(refresh, PREVIEW_PAUSE);
  });
  form.addEventListener('submit', async (event) => {
    clearTimeout(saveTimer);
    if (!saving) return (leaving = true);
    // What is on its way would meet this as somebody else's change.
    event.preventDefault();
    const { submitter } = event;
    await running;
    form.requestSubmit(submitter);
  });
  // A file is sent by a form of its own: what stands in this one is saved first, so that neither loses the other.
  const upload = document.getElementById('attachment-upload');
  upload?.addEventListener('submit', async (event) => {
    if (contents() === saved) return (leaving = true);
    event.preventDefault();
    clearTimeout(saveTimer);
    await saveNow();
    if (contents() !== saved) return;
    leaving = true;
    upload.submit();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && contents() !== saved) event.preventDefault();
  });

  // How long a text is, and how long it should be.
  for (const box of form.querySelectorAll('[data-most]')) {
    const { from, to, most } = box.dataset;
    const counter = document.createElement('span');
    counter.className = 'note counter';
    const count = () => {
      const length = [...box.value.trim()].length;
      const advice = to ? `建议 ${from}–${to} 字` : `建议 ${from} 字以上`;
      counter.textContent = length > Number(most) ? `${length} 字，最多 ${most} 字` : `${length} 字，${advice}`;
      counter.classList.toggle('wrong', length > Number(most));
    };
    box.addEventListener('input', count);
    box.after(counter);
    count();
  }

  // Names that go with what is typed; in a list of several the last one is completed.
  for (const box of form.querySelectorAll('[data-suggest-names]')) {
    const list = document.getElementById(box.getAttribute('list'));
    let timer;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      const several = box.dataset.suggestNames === 'department';
      const start = several ? Math.max(...['、', '，', ','].map((mark) => box.value.lastIndexOf(mark))) + 1 : 0;
      const typed = box.value.slice(start).trim();
      if (!typed) return;
      timer = setTimeout(async () => {
        try {
          const address = `/workbench/choices?list=${box.dataset.suggestNames}&q=${encodeURIComponent(typed)}`;
          const answer = await fetch(address, { redirect: 'manual' });
          if (!answer.ok) return;
          const { names } = await answer.json();
          list.replaceChildren(
            ...names.map((name) => Object.assign(document.createElement('option'), { value: box.value.slice(0, start) + name })),
          );
        } catch {
          // The list that came with the page stays.
        }
      }, 150);
    });
  }
}

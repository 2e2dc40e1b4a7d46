// What the browser can do with a record: each button appears where it can. The page works without all of it.
for (const block of document.querySelectorAll('script[data-for-scripts]')) block.outerHTML = block.textContent;

const tools = document.querySelector('[data-tools]');
const offer = (button) => {
  button.hidden = false;
  if (tools?.contains(button)) tools.hidden = false;
};

// Copies the text of an element and says so on the button.
for (const button of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(button.dataset.copy);
  const label = button.querySelector('[aria-hidden]:not(svg)');
  if (!source || !window.navigator.clipboard) continue;
  offer(button);
  const said = label.textContent;
  const status = Object.assign(document.createElement('span'), { className: 'visually-hidden' });
  status.setAttribute('role', 'status');
  button.after(status);
  button.addEventListener('click', async () => {
    try {
      await window.navigator.clipboard.writeText(source.textContent.trim());
      status.textContent = label.textContent = button.dataset.done;
    } catch {
      status.textContent = label.textContent = button.dataset.failed;
    }
    setTimeout(() => {
      label.textContent = said;
      status.textContent = '';
    }, 3000);
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  offer(button);
  button.addEventListener('click', () => window.print());
}

// The day of printing, in China, whenever the page was opened.
window.addEventListener('beforeprint', () => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  for (const place of document.querySelectorAll('[data-printed]')) place.textContent = day;
});

for (const button of document.querySelectorAll('[data-share]')) {
  if (!window.navigator.share) continue;
  offer(button);
  button.addEventListener('click', () => {
    // Whoever closes the list of ways to share has chosen none.
    window.navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => undefined);
  });
}

// The contents stand open beside the text where there is room.
const wide = window.matchMedia('(min-width: 60rem)');
const unfold = () => {
  for (const fold of document.querySelectorAll('[data-toc]')) fold.open = wide.matches;
};
unfold();
wide.addEventListener('change', unfold);

// Reads the text aloud, paragraph by paragraph, and marks the one that is read.
const reader = document.querySelector('[data-read]');
const stop = document.querySelector('[data-stop]');
const text = reader && document.querySelector(reader.dataset.read);
if (text && stop && 'speechSynthesis' in window) {
  const { speechSynthesis } = window;
  const label = reader.querySelector('span');
  let paragraphs = [];
  let place = 0;
  let state = 'off';

  const voice = () => speechSynthesis.getVoices().find(({ lang }) => /^zh/i.test(lang));
  const show = (next) => {
    state = next;
    label.textContent = reader.dataset[{ off: 'start', on: 'pause', paused: 'resume' }[next]];
    stop.hidden = next === 'off';
  };
  const mark = () => {
    for (const each of text.querySelectorAll('.being-read')) each.classList.remove('being-read');
    if (state !== 'off') paragraphs[place]?.classList.add('being-read');
  };
  const end = () => {
    show('off');
    mark();
    speechSynthesis.cancel();
  };
  const read = () => {
    if (place >= paragraphs.length) return end();
    mark();
    const paragraph = paragraphs[place];
    paragraph.scrollIntoView({ block: 'nearest' });
    const utterance = new window.SpeechSynthesisUtterance(paragraph.textContent);
    utterance.lang = 'zh-CN';
    utterance.voice = voice() ?? null;
    utterance.onend = () => {
      // Ended because it was stopped, or another was begun: not for the next one.
      if (state !== 'on' || paragraphs[place] !== paragraph) return;
      place += 1;
      read();
    };
    utterance.onerror = ({ error }) => {
      if (error !== 'interrupted' && error !== 'canceled' && state !== 'off') end();
    };
    speechSynthesis.speak(utterance);
  };
  const ready = () => {
    if (!reader.hidden || !voice()) return;
    offer(reader);
  };
  ready();
  speechSynthesis.addEventListener?.('voiceschanged', ready);
  reader.addEventListener('click', () => {
    if (state === 'on') {
      show('paused');
      speechSynthesis.pause();
    } else if (state === 'paused') {
      show('on');
      speechSynthesis.resume();
    } else {
      paragraphs = [...text.querySelectorAll('h2, h3, h4, h5, p, li, tr')].filter(
        (each) => each.textContent.trim() !== '' && !each.querySelector('p, li, tr'),
      );
      place = 0;
      show('on');
      read();
    }
  });
  stop.addEventListener('click', () => {
    end();
    reader.focus();
  });
  window.addEventListener('pagehide', end);
}

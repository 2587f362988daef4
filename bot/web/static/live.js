// Keeps the parts of a page that are marked `data-live` current. A stream says that something changed; the same page is fetched again
// and what differs is patched in, so that focus, scroll position, open details and what is being typed stay as they are.

const SILENT_FOR = 45000; // heartbeats come every 15 s
const BREATH = 400; // between two fetches
const policy = window.trustedTypes
  ? window.trustedTypes.createPolicy('lantern', { createHTML: (text) => text })
  : { createHTML: (text) => text };

// Parsed as an inert document: nothing in it runs or loads.
export const parsed = (text) => new DOMParser().parseFromString(policy.createHTML(text), 'text/html');

export const show = (name, on) => document.querySelectorAll(`[data-${name}]`).forEach((each) => { each.hidden = !on; });

// Makes a page as the server wrote it fit for a reader with scripts: times in UTC become the reader's own, what only helps without is gone.
export function prepare(root) {
  root.querySelectorAll('[data-without-script]').forEach((each) => each.remove());
  const today = new Date().toDateString();
  for (const each of root.querySelectorAll('time[datetime]')) {
    const at = new Date(each.dateTime);
    const clock = { hour: '2-digit', minute: '2-digit' };
    each.textContent = at.toLocaleString([], at.toDateString() === today ? clock : { ...clock, day: 'numeric', month: 'short' });
  }
}

// Makes `now` like `wanted`, keeping every node that can stay. Nodes with an id are found again by it; `data-keep` is never touched.
export function patch(now, wanted) {
  if (now.nodeType !== Node.ELEMENT_NODE) {
    if (now.data !== wanted.data) now.data = wanted.data;
    return;
  }
  if ('keep' in now.dataset) return;
  for (const { name } of [...now.attributes]) {
    // Whether details are open is the reader's choice.
    if (!wanted.hasAttribute(name) && !(name === 'open' && now.localName === 'details')) now.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  let place = now.firstChild;
  for (const child of [...wanted.childNodes]) {
    const same = counterpart(now, place, child);
    if (!same) {
      now.insertBefore(document.importNode(child, true), place);
    } else {
      if (same === place) place = place.nextSibling;
      else now.insertBefore(same, place);
      if (!same.isEqualNode(child)) patch(same, child);
    }
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function counterpart(parent, place, child) {
  if (child.id) return [...parent.children].find((each) => each.id === child.id && each.localName === child.localName);
  if (!place || place.id || place.nodeName !== child.nodeName) return null;
  return place;
}

// Where the newest is: the end of a scrolling area, or on a long page the element marked `data-end-here`.
const endMark = () => document.querySelector('[data-end-here]');
const nearEnd = (area) => (endMark() && area === document.scrollingElement
  ? endMark().getBoundingClientRect().bottom < window.innerHeight + 120
  : area.scrollHeight - area.scrollTop - area.clientHeight < 120);
const toEnd = (area) => {
  if (endMark() && area === document.scrollingElement) endMark().scrollIntoView({ block: 'end' });
  else area.scrollTop = area.scrollHeight;
};

// `main` names the page and the stream. `concerns(event)` tells whether a change matters here, `before` and `after` surround each patch,
// `beat` comes with each heartbeat.
export function keepCurrent({ headers = () => ({}), concerns = () => true, before = () => {}, after = () => {}, beat = () => {} } = {}) {
  const main = document.getElementById('main');
  const { page } = main.dataset;
  const area = document.querySelector('[data-end]') || document.scrollingElement;
  const follows = 'followEnd' in main.dataset || area !== document.scrollingElement;
  let source, heard, waiting, started = 0, fetching, again = false, failures = 0, stopped = false;

  async function refresh() {
    waiting = undefined;
    if (fetching) { again = true; return; }
    fetching = new AbortController();
    started = Date.now();
    try {
      const { signal } = fetching;
      const answer = await fetch(page, { headers: { 'X-Live': '1', ...headers() }, cache: 'no-store', redirect: 'error', signal });
      if (stopped) return;
      if (answer.status === 401) {
        signedOut();
      } else if (answer.ok) {
        const fresh = parsed(await answer.text());
        if (stopped) return;
        take(fresh);
        show('signed-out', false);
      }
    } catch {
      show('lost', true);
    }
    fetching = undefined;
    if (again) { again = false; soon(); }
  }

  function take(fresh) {
    prepare(fresh);
    const atEnd = follows && nearEnd(area);
    const focused = document.activeElement;
    before();
    for (const each of document.querySelectorAll('[data-live]')) {
      const wanted = fresh.getElementById(each.id);
      if (wanted) patch(each, wanted);
    }
    after();
    // A button that is gone must not send the reader back to the top of the page.
    if (document.activeElement !== focused) {
      const stays = focused.isConnected ? focused : document.getElementById('actions') || main;
      stays.focus({ preventScroll: true });
    }
    if (atEnd) toEnd(area);
  }

  // Nobody is signed in here any more: take what people wrote off the screen, keep what is being typed, and look again later.
  function signedOut() {
    for (const each of document.querySelectorAll('[data-private] [data-live], [data-live][data-private]')) each.textContent = '';
    show('signed-out', true);
    waiting ??= setTimeout(refresh, 5000);
  }

  // A page that does not fetch itself at each heartbeat says that it is still open: a laptop that sleeps cannot.
  async function sayHere() {
    const { here } = main.dataset;
    if (!here || stopped) return;
    try {
      const answer = await fetch(here, { headers: { 'X-Live': '1' }, cache: 'no-store', redirect: 'error' });
      if (answer.status === 401) soon();
    } catch { /* the stream says when the connection is lost */ }
  }

  // Not put off by further news, or a busy line would never be shown; and not at each of them, or a busy line would wear the server out.
  function soon() { if (!stopped) waiting ??= setTimeout(refresh, Math.max(60, started + BREATH - Date.now())); }

  function stop() {
    stopped = true;
    clearTimeout(waiting);
    fetching?.abort();
    source?.close();
  }

  function connect() {
    const { stream } = main.dataset;
    if (!stream || stopped) return;
    if (source) source.close();
    source = new EventSource(stream);
    heard = Date.now();
    source.onopen = () => { heard = Date.now(); failures = 0; show('lost', false); soon(); };
    source.onerror = () => {
      show('lost', true);
      // The stream may have ended because somebody signed out or left: the page says so.
      soon();
      if (source.readyState !== EventSource.CLOSED) return;
      // The browser has given up (signed out, too many tabs, a proxy's error page): we have not.
      failures += 1;
      setTimeout(connect, Math.min(30000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2));
    };
    for (const kind of ['changed', 'resync', 'heartbeat']) {
      source.addEventListener(kind, (event) => {
        heard = Date.now();
        if (kind === 'heartbeat') { sayHere(); beat(); }
        if (kind === 'resync' || (kind === 'heartbeat' ? 'refreshAtHeartbeat' in main.dataset : concerns(JSON.parse(event.data)))) soon();
      });
    }
  }

  let sending = false;
  document.addEventListener('submit', async (event) => {
    if (event.defaultPrevented) return;
    // A form is on its way and another page comes: nobody should begin to type into this one.
    if (!event.target.matches('[data-send-here]') || event.submitter?.matches('[name], [formaction]')) { stop(); return; }
    event.preventDefault();
    if (sending) return;
    sending = true;
    await sendHere(event.target);
    sending = false;
  });
  window.addEventListener('pageshow', (event) => { if (event.persisted) window.location.reload(); });
  // A connection can be dead without anybody saying so.
  setInterval(() => { if (source && Date.now() - heard > SILENT_FOR) { show('lost', true); connect(); } }, 5000);
  prepare(document);
  document.querySelectorAll('.needs-script').forEach((each) => { each.hidden = false; });
  if (area !== document.scrollingElement) toEnd(area);
  connect();

  // Sends a form without leaving the page, so that a text typed on a bad connection is not lost with it.
  async function sendHere(form) {
    const { text, once } = form.elements;
    const sent = text.value;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      // Refused: the page that comes says why, with the text. The form's id makes sure that nothing is sent twice.
      if (!answer.ok) { stop(); form.submit(); return; }
      const fresh = parsed(await answer.text());
      take(fresh);
      once.value = fresh.querySelector('[name=once]')?.value ?? once.value;
      if (text.value === sent) text.value = '';
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus({ preventScroll: true });
      toEnd(area);
      if (!source) { main.dataset.stream = fresh.getElementById('main').dataset.stream; connect(); }
    } catch {
      show('lost', true);
    }
  }
  return { stop, toEnd: () => toEnd(area) };
}

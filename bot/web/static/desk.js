// The desk: keys for the queue, news said aloud for screen readers, length of a reply, machine translations.
import { keepCurrent, parsed } from './live.js';

const main = document.getElementById('main');
const news = document.getElementById('news');
const rows = () => [...document.querySelectorAll('a.row')];
const { conversation } = main.dataset;

// --- the queue

const LOUD = ['emergency', 'urgent'];
const waitingRows = () => new Map([...document.querySelectorAll('li[data-waits]')].map((each) => [each.id, each.dataset.level]));
let known = waitingRows();

function sayNews() {
  const now = waitingRows();
  const words = LOUD.map((level) => {
    const fresh = [...now].filter(([id, its]) => its === level && known.get(id) !== level).length;
    return fresh ? `${fresh} new ${level}` : '';
  }).filter(Boolean);
  known = now;
  if (news && words.length) news.textContent = words.join(', ');
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  const all = rows();
  if (!step || !all.length) return;
  event.preventDefault();
  const at = all.indexOf(document.activeElement);
  all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step))].focus();
});

// --- the reply

// Counts as the phone network does (bot/domain/sms_segments.py; the server counts again).
function smsParts(text, gsm, double) {
  let gsmUnits = 0, gsmPadded = 0, wideUnits = 0, widePadded = 0, fits = true;
  const placed = (used, size, joined) => used + size + (joined - (used % joined) < size ? joined - (used % joined) : 0);
  for (const char of text) {
    const size = gsm.includes(char) ? 1 : 2;
    if (!gsm.includes(char) && !double.includes(char)) fits = false;
    gsmUnits += size;
    gsmPadded = placed(gsmPadded, size, 153);
    wideUnits += char.length;
    widePadded = placed(widePadded, char.length, 67);
  }
  const [units, padded, single, joined] = fits ? [gsmUnits, gsmPadded, 160, 153] : [wideUnits, widePadded, 70, 67];
  return units <= single ? Math.min(units, 1) : Math.ceil(padded / joined);
}

function count(box) {
  const { longest, channel, gsm, gsmDouble } = box.dataset;
  const characters = [...box.value].length;
  const parts = smsParts(box.value, gsm, gsmDouble);
  const words = `${characters} of ${longest} characters` + (channel === 'sms' ? `, ${parts} SMS ${parts === 1 ? 'part' : 'parts'}` : '');
  const shown = document.getElementById('count');
  shown.textContent = characters ? words : '';
  shown.classList.toggle('over', characters > Number(longest));
}

document.addEventListener('input', (event) => { if (event.target.matches('#reply textarea')) count(event.target); });
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('#reply textarea')) event.target.form.requestSubmit();
});

let typed = '';
const before = () => { typed = document.querySelector('#reply textarea')?.value ?? ''; };
function after() {
  sayNews();
  const leftOver = document.getElementById('left-over');
  if (leftOver && typed.trim() && !document.querySelector('#reply textarea')) {
    leftOver.querySelector('.words').textContent = typed;
    leftOver.hidden = false;
  }
  ages();
  fetchGists();
}

// --- machine translations: one after the other, the newest first, each once

let fetching = false;
async function fetchGists() {
  if (fetching) return;
  fetching = true;
  for (let place; (place = [...document.querySelectorAll('[data-gist]:not([data-asked])')].pop());) {
    place.dataset.asked = '';
    try {
      const answer = await fetch(place.dataset.gist, { headers: { 'X-Live': '1' }, cache: 'no-store', redirect: 'error' });
      const words = answer.ok && parsed(await answer.text()).querySelector('[data-gist-words]');
      if (words) place.replaceChildren(...[...words.childNodes].map((each) => document.importNode(each, true)));
    } catch { /* the link stays */ }
  }
  fetching = false;
}

// --- times that pass while nothing else changes: by the server's clock, which practice mode moves

// As bot/web/console/words.py says it.
function howLong(seconds) {
  const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return `${minutes} min`;
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

function ages() {
  for (const each of document.querySelectorAll('[data-age]')) {
    // Gone with each patch, which brings a fresh age.
    each.dataset.at ??= Date.now();
    const seconds = Number(each.dataset.age) + (Date.now() - Number(each.dataset.at)) / 1000;
    each.textContent = howLong(seconds);
    const warning = each.closest('[data-after]');
    if (warning) warning.hidden = seconds < Number(warning.dataset.after);
  }
}

if (main.dataset.stream) {
  keepCurrent({ concerns: (event) => !conversation || event.conversation === conversation, before, after, beat: ages });
  ages();
  fetchGists();
  const box = document.querySelector('#reply textarea');
  if (box) count(box);
}

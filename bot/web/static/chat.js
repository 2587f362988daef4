// The chat: live messages, and leaving without a trace on the screen.
import { keepCurrent } from './live.js';

const { stop, toEnd } = keepCurrent();
if (document.querySelector('.message')) toEnd();

function blank() {
  stop();
  document.title = '';
  document.body.textContent = '';
}

document.getElementById('leave').addEventListener('submit', (event) => {
  event.preventDefault();
  const away = event.target.dataset.to;
  blank();
  // Goes on while the page is left; the answer takes the cookies away.
  fetch('/exit', { method: 'POST', keepalive: true }).catch(() => {});
  window.location.replace(away);
});

// However this page is left, its messages do not wait in the browser's memory for whoever presses Back.
window.addEventListener('pagehide', blank);

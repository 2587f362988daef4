// The practice phone: each tab stays on its own number.
import { keepCurrent } from './live.js';

const thread = document.getElementById('thread');
keepCurrent({ headers: () => ({ 'X-Practice-Number': thread.dataset.number }) });

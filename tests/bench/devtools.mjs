/**
 * As much of the DevTools protocol as driving one tab of Chromium needs, so that nothing has to be installed for it.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT = 60_000;

/** The tab in front of the Chromium whose profile this is. @param {string} profile */
export async function connect(profile) {
  const port = await eventually(async () => (await readFile(`${profile}/DevToolsActivePort`, 'utf8')).split('\n')[0]);
  const tab = await eventually(async () => {
    const tabs = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return tabs.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
  });
  const socket = new WebSocket(tab);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const closed = new Promise((resolve) => (socket.onclose = resolve));
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(data);
    waiting.get(id)?.(error ? { error } : { result });
    waiting.delete(id);
  };
  let last = 0;
  const send = (method, params = {}) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  const evaluate = async (expression) => {
    const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
    return result?.result?.value;
  };
  const until = (condition) => eventually(() => evaluate(`Boolean(${condition})`), () => evaluate('document.body?.innerText'));
  return { send, evaluate, until, closed };
}

/** Asks again and again; a failure meanwhile, such as a page that is just being left, is a no. */
async function eventually(ask, explain = () => '') {
  const deadline = Date.now() + LIMIT;
  for (;;) {
    const answer = await Promise.resolve().then(ask).catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`It did not come: ${ask} ${await explain()}`);
    await sleep(50);
  }
}

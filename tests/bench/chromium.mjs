#!/usr/bin/env node
/**
 * Drives Debian's Chromium through one sign-in, as a person would: `chromium.mjs ADDRESS EMAIL PASSWORD HOST PROFILE`.
 * HOST is a name that leads to this machine, PROFILE an empty directory. Prints address and text of the last page.
 * Speaks the DevTools protocol itself, so that nothing has to be installed for it.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const [address, email, password, host, profile] = process.argv.slice(2);
const LIMIT = 60_000;

const chromium = spawn(
  'chromium',
  [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    '--no-proxy-server',
    `--host-resolver-rules=MAP ${host} 127.0.0.1`,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ],
  { stdio: 'ignore', env: { PATH: '/usr/bin:/bin', HOME: profile } },
);

try {
  const page = await connect();
  await page.send('Page.navigate', { url: address });
  await page.until(`document.querySelector('#password')`);
  await page.evaluate(`
    document.querySelector('#email').value = ${JSON.stringify(email)};
    document.querySelector('#password').value = ${JSON.stringify(password)};
    document.querySelector('button[value="sign-in"]').click();`);
  await page.until(`document.querySelector('button[value="yes"]')`);
  const question = await page.evaluate('document.body.innerText');
  if (!question.includes(email)) throw new Error(`The question does not name the account: ${question}`);
  await page.evaluate(`document.querySelector('button[value="yes"]').click()`);
  await page.until(`location.hostname === '127.0.0.1' && document.readyState === 'complete'`);
  console.log(await page.evaluate('location.href'));
  console.log(await page.evaluate('document.body.innerText'));
} finally {
  chromium.kill('SIGKILL');
}
process.exit(0);

async function connect() {
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
  return { send, evaluate, until };
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

#!/usr/bin/env node
/**
 * Drives Debian's Chromium through one sign-in, as a person would: `chromium.mjs ADDRESS EMAIL PASSWORD HOST PROFILE`.
 * HOST is a name that leads to this machine, PROFILE an empty directory. Prints address and text of the last page.
 */
import { spawn } from 'node:child_process';

import { connect } from './devtools.mjs';

const [address, email, password, host, profile] = process.argv.slice(2);

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
  const page = await connect(profile);
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

/**
 * The hand-off in real Chromium: its cookie rules, its content security policy, its forms. Directus has another host
 * name than the program's listener, so that no cookie could help.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

import {
  HOST,
  createData,
  installed,
  openidSettings,
  seed,
  startDirectus,
  startIdp,
} from './support/bench.js';
import { freePort } from './support/process.js';
import { Attempt, api } from './support/program.js';
import { startSamlIdp } from './support/saml-idp.js';

const PASSWORD = 'Harbour-gate-1';
let chromium, context, page, profile, listener;

before(() => {
  ({ chromium } = createRequire(import.meta.url)(installed('BENCH_PLAYWRIGHT')));
  assert.ok(process.env.BENCH_CHROMIUM, 'install Chromium (apt-get install chromium) or set BENCH_CHROMIUM');
});

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'latchkey-chromium-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.BENCH_CHROMIUM,
    args: [
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
      '--no-sandbox',
      '--disable-gpu',
      '--no-proxy-server',
    ],
  });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
});

afterEach(async () => {
  listener?.close();
  listener = undefined;
  await context?.close();
  await rm(profile, { recursive: true, force: true });
});

/** The program's listener: one answer, or an error in half a minute. */
async function listen() {
  let took;
  const arrived = new Promise((resolve, reject) => {
    took = resolve;
    setTimeout(reject, 30_000, new Error('nothing arrived at the listener')).unref();
  });
  arrived.catch(() => {});
  const server = createServer((req, res) => {
    if (!req.url.startsWith('/callback')) return res.writeHead(404).end();
    res.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Return to Latchkey</h1>');
    took({ url: new URL(req.url, 'http://127.0.0.1'), headers: req.headers });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  listener = { redirectUri: `http://127.0.0.1:${server.address().port}/callback`, arrived, close };
  return listener;
}

const cookies = async () => (await context.cookies()).filter(({ name }) => !name.startsWith('_'));
const signInAtProvider = async (email) => {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

for (const sameSite of ['lax', 'strict']) {
  describe(`with session cookies that are ${sameSite}`, () => {
    let idp, saml, data, directus;

    before(async () => {
      const port = await freePort();
      const url = `http://${HOST}:${port}`;
      idp = await startIdp([`${url}/auth/login/corp/callback`]);
      data = await createData(11);
      const role = seed(11).person_role;
      saml = await startSamlIdp({ directus: installed('BENCH_DIRECTUS_11'), url, name: 'paper', role });
      const settings = {
        SESSION_COOKIE_SAME_SITE: sameSite,
        AUTH_PROVIDERS: 'corp,paper',
        ...openidSettings('corp', idp.url, role, { LABEL: 'Corp ID' }),
        ...saml.settings,
      };
      directus = await startDirectus(11, data.path, settings, port);
    });

    after(async () => {
      await directus?.stop();
      await saml?.stop();
      await idp?.stop();
      await data?.remove();
    });

    test('openid: sign in, say yes, and the program has tokens', async () => {
      // Seen to fail with Directus's own content security policy left on the consent page: Chromium then stops the
      // way from the form to the listener.
      await listen();
      const attempt = new Attempt(directus.url, 'corp', listener.redirectUri);
      await page.goto(attempt.address());
      await signInAtProvider('grace@example.com');
      await page.getByRole('heading', { name: 'Sign in to Latchkey on this computer?' }).waitFor();
      assert.match(await page.locator('dl').innerText(), /Grace Marlowe\s+grace@example\.com/);
      if (process.env.SHOW_PAGES)
        await page.screenshot({ path: join(process.env.SHOW_PAGES, `consent-${sameSite}.png`) });
      await page.getByRole('button', { name: 'Yes, sign in' }).click();
      const { url, headers } = await listener.arrived;
      assert.equal(url.searchParams.get('state'), attempt.state);
      assert.equal(headers.referer, undefined);
      const { status, json } = await attempt.exchange(url.searchParams.get('code'));
      assert.equal(status, 200);
      const me = await api(directus.url, '/users/me', { token: json.data.access_token });
      assert.equal(me.json.data.email, 'grace@example.com');
      // Nothing is left of it in the browser.
      assert.deepEqual(
        (await cookies()).map(({ name }) => name),
        [],
      );
      await page.getByRole('heading', { name: 'Return to Latchkey' }).waitFor();
    });

    test('saml: the provider posts from another site', async () => {
      await listen();
      const attempt = new Attempt(directus.url, 'paper', listener.redirectUri);
      await page.goto(attempt.address());
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('button', { name: 'Yes, sign in' }).click();
      const { url } = await listener.arrived;
      assert.equal((await attempt.exchange(url.searchParams.get('code'))).status, 200);
    });

    test('No', async () => {
      await listen();
      const attempt = new Attempt(directus.url, 'corp', listener.redirectUri);
      await page.goto(attempt.address());
      await signInAtProvider('grace@example.com');
      await page.getByRole('button', { name: 'No', exact: true }).click();
      const { url } = await listener.arrived;
      assert.equal(url.searchParams.get('error'), 'access_denied');
      assert.equal(url.searchParams.get('state'), attempt.state);
      assert.deepEqual(
        (await cookies()).map(({ name }) => name),
        [],
      );
    });

    test('the Data Studio stays signed in, as the same person', async () => {
      await page.goto(`${directus.url}/auth/login/corp?redirect=${directus.url}/latchkey`);
      await signInAtProvider('visitor-7@example.com');
      await page.waitForURL(`${directus.url}/latchkey`);
      const before = (await cookies()).find(({ name }) => name === 'directus_session_token');
      assert.ok(before);

      await listen();
      const attempt = new Attempt(directus.url, 'corp', listener.redirectUri);
      await page.goto(attempt.address());
      await page.getByRole('button', { name: 'Yes, sign in' }).click();
      const { url } = await listener.arrived;
      assert.equal((await attempt.exchange(url.searchParams.get('code'))).status, 200);

      assert.deepEqual(
        (await cookies()).map(({ name, value }) => [name, value]),
        [[before.name, before.value]],
      );
      await page.goto(`${directus.url}/users/me`);
      assert.match(await page.locator('body').innerText(), /visitor-7@example\.com/);
    });

    test('s_07_a_web_page_cannot_answer_for_the_person', async () => {
      // Seen to fail without SameSite in cookieLine: the form of the other site was answered.
      // A page of another site that knows the address of the consent page, which it cannot.
      const attempt = new Attempt(directus.url, 'corp', 'http://127.0.0.1:47801/callback');
      await page.goto(attempt.address());
      await signInAtProvider('grace@example.com');
      const consent = page.url();
      const ticket = await page.locator('input[name=ticket]').inputValue();
      const hostile = createServer((_req, res) => {
        res.writeHead(200, { 'content-type': 'text/html' });
        res.end(`<form method="post" action="${consent}"><input name="ticket" value="${ticket}">
<input name="answer" value="yes"></form><script>document.forms[0].submit()</script><iframe src="${consent}"></iframe>`);
      });
      await new Promise((resolve) => hostile.listen(0, '127.0.0.1', resolve));
      await page.goto(`http://127.0.0.1:${hostile.address().port}/`);
      await page.waitForURL(`${directus.url}/**`);
      hostile.close();
      // Without the cookies, which stay at home with other sites' forms, there is nothing to answer.
      await page.getByRole('heading', { name: 'This sign-in is over' }).waitFor();
    });

    test('a mailed link: nothing opens by itself', async () => {
      const token = `eyJhbGciOiJIUzI1NiJ9.${'p'.repeat(60)}.${'s'.repeat(43)}`;
      const address = `${directus.url}/latchkey/reset-password?profile=0123456789abcdef&token=${token}`;
      await page.goto(address);
      await page.waitForTimeout(500);
      assert.equal(page.url(), address);
      const link = page.getByRole('link', { name: 'Open in Latchkey' });
      assert.equal(
        await link.getAttribute('href'),
        `app.latchkey://auth/reset-password?profile=0123456789abcdef&token=${token}`,
      );
      if (process.env.SHOW_PAGES)
        await page.screenshot({ path: join(process.env.SHOW_PAGES, `bridge-${sameSite}.png`) });
      await page.getByRole('link', { name: 'Use the browser instead' }).click();
      await page.waitForURL(`${directus.url}/admin/reset-password?token=${token}`);
    });
  });
}

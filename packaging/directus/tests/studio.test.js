/**
 * The Data Studio's session in the same browser: what the companion leaves alone, in a real Directus 11.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Browser } from './support/browser.js';
import { someone, startEleven } from './support/eleven.js';
import { Attempt, answer, api } from './support/program.js';

let directus;
before(async () => (directus = await startEleven()));
after(() => directus?.stop());

describe('a Data Studio session in that browser', () => {
  /** Signs in to the Data Studio in this browser; gives the cookie. */
  async function studio(browser, email) {
    const start = `${directus.url}/auth/login/corp?redirect=${directus.url}/admin/`;
    const atAdmin = (url) => url.pathname === '/admin/';
    const page = await browser.visit(start, { until: atAdmin });
    if (!page.stopped) {
      await browser.visit(page.url, {
        form: { email, password: 'Harbour-gate-1', answer: 'sign-in' },
        until: atAdmin,
      });
    }
    return browser.cookie('directus_session_token');
  }
  const whoIs = async (cookie) =>
    (await api(directus.url, '/users/me', { cookie: `directus_session_token=${cookie}` })).json?.data?.email;

  test('works on afterwards, whether the answer was yes, no, or none', async () => {
    // Seen to fail with captureSession not called in guard.js.
    for (const says of ['yes', 'no', 'cancel', null]) {
      const browser = new Browser();
      const email = someone();
      const cookie = await studio(browser, email);
      assert.equal(await whoIs(cookie), email);

      const attempt = new Attempt(directus.url, 'corp');
      // The provider knows the person already and asks nothing: straight to the consent page.
      const page = await browser.visit(attempt.address(), { until: attempt.isMine });
      assert.match(page.text, new RegExp(email));
      if (says === 'yes' || says === 'no') {
        const back = await answer(browser, attempt, page, says);
        if (says === 'yes') assert.equal((await attempt.exchange(back.searchParams.get('code'))).status, 200);
      }
      assert.equal(browser.cookie('directus_session_token'), cookie);
      assert.equal(await whoIs(cookie), email);
    }
  });

  test('works on when the Data Studio renewed it meanwhile', async () => {
    const browser = new Browser();
    const email = someone();
    await studio(browser, email);
    const attempt = new Attempt(directus.url, 'corp');
    const start = await browser.send(attempt.address());
    // Another tab: the Data Studio refreshes, as it does whenever it is looked at.
    const renewed = await fetch(`http://127.0.0.1:${directus.port}/auth/refresh`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: `directus_session_token=${browser.cookie('directus_session_token')}`,
      },
      body: '{"mode":"session"}',
    });
    const [, fresh] = /directus_session_token=([^;]+)/.exec(renewed.headers.get('set-cookie'));
    browser.cookies.find(({ name }) => name === 'directus_session_token').value = fresh;

    const page = await browser.visit(start.headers.location, { until: attempt.isMine });
    await answer(browser, attempt, page);
    assert.equal(browser.cookie('directus_session_token'), fresh);
    assert.equal(await whoIs(fresh), email);
  });

  test('that is dead does not stand in the way', async () => {
    // Directus answers any request with a dead session cookie with 401. Seen to fail with the marker ignored in
    // guard.js, and with the cookies of /latchkey left to Directus.
    const browser = new Browser();
    const email = someone();
    const cookie = await studio(browser, email);
    await fetch(`http://127.0.0.1:${directus.port}/auth/logout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `directus_session_token=${cookie}` },
      body: '{"mode":"session"}',
    });
    assert.equal((await browser.send(`${directus.url}/auth/login/corp`)).status, 401);
    // That answer took the cookie away (by an empty one); a person who comes straight to us still has it.
    browser.cookies.find(({ name }) => name === 'directus_session_token').value = cookie;
    const attempt = new Attempt(directus.url, 'corp');
    const page = await browser.visit(attempt.address(), { until: attempt.isMine });
    const back = await answer(browser, attempt, page);
    assert.equal((await attempt.exchange(back.searchParams.get('code'))).status, 200);
  });

  test('is given by an ordinary sign-in as before: the companion touches only its own', async () => {
    const browser = new Browser();
    const email = someone();
    assert.equal(await whoIs(await studio(browser, email)), email);
    assert.ok(browser.lines.some((line) => /^directus_session_token=ey/.test(line)));
  });

  test('is not what a forged way to the finish page hands over', async () => {
    // Somebody sends a signed-in person to `finish` with an attempt's cookie but without a new sign-in.
    const browser = new Browser();
    await studio(browser, someone());
    const attempt = new Attempt(directus.url, 'corp');
    const start = await browser.send(attempt.address());
    const finish = new URL(start.headers.location).searchParams.get('redirect');
    const { stopped } = await browser.visit(finish, { until: attempt.isMine });
    assert.equal(stopped.searchParams.get('error_description'), 'SESSION_MISSING');
    assert.equal(stopped.searchParams.get('code'), null);
  });
});

/**
 * The hand-off in a real Directus 11 with a real OpenID provider: openid in session and cookie mode, and oauth2.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { Browser, formOf } from './support/browser.js';
import { someone, startEleven } from './support/eleven.js';
import { Attempt, answer, api, handOff, signIn } from './support/program.js';

let directus;
before(async () => (directus = await startEleven()));
after(() => directus?.stop());

/** Whether a session lives: Directus then gives new tokens for it. */
const refreshes = async (token) =>
  (await api(directus.url, '/auth/refresh', { body: { refresh_token: token, mode: 'json' } })).status === 200;

/** What a captured session is, for tests that must know whether it was ended. */
async function capturedSession(browser, attempt) {
  const { createSeals } = await import('../src/seal.js');
  const id = new URL(attempt.finish).pathname.split('/').at(-1);
  return createSeals(directus.env.SECRET).open('session', id, browser.cookie('latchkey_session'))?.session;
}

describe('from the program through the browser to tokens', () => {
  for (const provider of ['corp', 'plain', 'old_mode']) {
    test(provider, async () => {
      const email = someone();
      const { attempt, back, code, browser, page } = await handOff(directus.url, provider, { email });

      assert.equal(back.origin + back.pathname, attempt.redirectUri);
      assert.deepEqual([...back.searchParams.keys()].sort(), ['code', 'iss', 'state']);
      assert.equal(back.searchParams.get('state'), attempt.state);
      assert.equal(back.searchParams.get('iss'), `${directus.url}/latchkey`);
      assert.match(page.text, new RegExp(`Visitor \\d+<br>${email}`));

      const { status, json, headers } = await attempt.exchange(code);
      assert.equal(status, 200, JSON.stringify(json));
      assert.equal(headers['cache-control'], 'no-store');
      assert.deepEqual(Object.keys(json.data).sort(), ['access_token', 'expires', 'refresh_token']);
      assert.equal(json.data.expires, 900_000);

      const me = await api(directus.url, '/users/me', { token: json.data.access_token });
      assert.equal(me.json.data.email, email);
      assert.equal(me.json.data.provider, provider);
      assert.ok(await refreshes(json.data.refresh_token));

      // Nothing is left in the browser: no session of Directus was ever there, and nothing of ours is.
      assert.ok(!browser.lines.some((line) => /^directus_(session|refresh)_token=[^;]/.test(line)));
      assert.deepEqual(browser.leftovers(), []);
    });
  }

  test('IPv6 loopback', async () => {
    const redirectUri = 'http://[::1]:47801/callback';
    const { attempt, back, code, page } = await handOff(directus.url, 'corp', {
      email: someone(),
      redirectUri,
    });
    assert.ok(back.href.startsWith(redirectUri));
    assert.match(String(page.headers['content-security-policy']), /form-action 'self' http:;/);
    assert.equal((await attempt.exchange(code)).status, 200);
  });
});

describe('the consent page', () => {
  test('names account, provider, project and this computer, and is locked down', async () => {
    const browser = new Browser();
    const attempt = new Attempt(directus.url, 'corp');
    const page = await signIn(browser, attempt, { email: someone() });
    assert.equal(page.status, 200);
    // The label of the provider is data, not markup.
    assert.match(page.text, /Corp &#60;i&#62;ID&#60;\/i&#62;/);
    assert.match(page.text, /Harbour Lights/);
    assert.match(page.text, /#0F766E/i);
    assert.match(page.text, /127\.0\.0\.1, port 47801/);
    assert.doesNotMatch(page.text, /<script|javascript:|\son\w+=/i);
    const policy = String(page.headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /form-action 'self' http:\/\/127\.0\.0\.1:47801;/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
    assert.equal(page.headers['x-frame-options'], 'DENY');
    // Loading it again asks again.
    assert.equal((await browser.send(page.url)).status, 200);
  });

  test('No goes back with access_denied and ends the new session', async () => {
    const browser = new Browser();
    const attempt = new Attempt(directus.url, 'corp');
    const page = await signIn(browser, attempt, { email: someone() });
    attempt.finish = page.url;
    const session = await capturedSession(browser, attempt);
    assert.ok(session);
    const back = await answer(browser, attempt, page, 'no');
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.equal(back.searchParams.get('state'), attempt.state);
    assert.equal(back.searchParams.get('code'), null);
    assert.equal(await refreshes(session), false);
    assert.deepEqual(browser.leftovers(), []);
  });

  test('left unanswered, the session ends by itself in ten minutes and not in seven days', async () => {
    const browser = new Browser();
    const page = await signIn(browser, new Attempt(directus.url, 'corp'), { email: someone() });
    const session = await capturedSession(browser, { finish: page.url });
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(directus.env.DB_FILENAME, { readOnly: true });
    const { expires } = database
      .prepare('select expires from directus_sessions where token = ?')
      .get(session);
    database.close();
    const minutes = (new Date(expires).getTime() - Date.now()) / 60_000;
    assert.ok(minutes > 9 && minutes <= 10.1, `${minutes} minutes`);
  });

  test('an answer without the ticket of this very page is refused (CSRF)', async () => {
    // Seen to fail with the comparison of the ticket in finish.js replaced by true.
    const browser = new Browser();
    const attempt = new Attempt(directus.url, 'corp');
    const page = await signIn(browser, attempt, { email: someone() });
    const other = await signIn(new Browser(), new Attempt(directus.url, 'corp'), { email: someone() });
    for (const ticket of ['', 'x', formOf(other).fields.ticket]) {
      const refused = await browser.visit(formOf(page).action, { form: { ticket, answer: 'yes' } });
      assert.equal(refused.status, 403);
      assert.equal(refused.headers.location, undefined);
    }
    // From another site, even with the right ticket.
    const form = { ...formOf(page).fields, answer: 'yes' };
    const foreign = await browser.visit(page.url, { form, headers: { 'sec-fetch-site': 'cross-site' } });
    assert.equal(foreign.status, 403);
    assert.ok((await answer(browser, attempt, page)).searchParams.get('code'));
  });

  test('in another browser, or after it was answered, there is nothing to answer', async () => {
    const { page, browser: done } = await handOff(directus.url, 'corp', { email: someone() });
    for (const browser of [new Browser(), done]) {
      const seen = await browser.send(page.url);
      assert.equal(seen.status, 400);
      assert.match(seen.text, /This sign-in is over/);
    }
  });
});

describe('what goes wrong at the provider reaches the program, with its state', () => {
  test('the person cancels', async () => {
    const attempt = new Attempt(directus.url, 'corp');
    const { stopped } = await signIn(new Browser(), attempt, { answer: 'cancel' });
    assert.equal(stopped.searchParams.get('error'), 'access_denied');
    assert.equal(stopped.searchParams.get('error_description'), 'INVALID_CREDENTIALS');
    assert.equal(stopped.searchParams.get('state'), attempt.state);
    assert.equal(stopped.searchParams.get('iss'), `${directus.url}/latchkey`);
  });

  test('the address belongs to an account with a password', async () => {
    const attempt = new Attempt(directus.url, 'corp');
    const { stopped } = await signIn(new Browser(), attempt, { email: 'ada@example.com' });
    assert.equal(stopped.searchParams.get('error_description'), 'INVALID_PROVIDER');
    assert.equal(stopped.searchParams.get('state'), attempt.state);
  });

  test('s_13_a_reason_that_is_no_code_is_not_passed_on', async () => {
    // Seen to fail with the pattern in reasonIn taken away.
    const browser = new Browser();
    const attempt = new Attempt(directus.url, 'corp');
    const page = await signIn(browser, attempt, { email: someone() });
    const session = await capturedSession(browser, { finish: page.url });
    const reason = '<script>alert(1)</script>';
    const next = await browser.visit(`${page.url}?${new URLSearchParams({ reason })}`, {
      until: attempt.isMine,
    });
    assert.equal(next.stopped.searchParams.get('error_description'), 'UNKNOWN_EXCEPTION');
    // And a session that is there all the same does not live on.
    assert.equal(await refreshes(session), false);
  });
});

describe('attempts side by side', () => {
  test('two in one browser do not mix', async () => {
    const browser = new Browser();
    const [one, two] = [new Attempt(directus.url, 'corp'), new Attempt(directus.url, 'corp')];
    const first = await signIn(browser, one, { email: someone() });
    const second = await browser.visit(two.address(), { until: two.isMine });
    // The ticket of one page does not answer the other.
    const crossed = await browser.visit(formOf(first).action, {
      form: { ...formOf(second).fields, answer: 'yes' },
    });
    assert.equal(crossed.status, 403);
    const backOne = await answer(browser, one, first);
    const backTwo = await answer(browser, two, second);
    assert.equal(backOne.searchParams.get('state'), one.state);
    assert.equal(backTwo.searchParams.get('state'), two.state);
    assert.equal((await two.exchange(backOne.searchParams.get('code'))).json.error, 'invalid_grant');
    assert.equal((await two.exchange(backTwo.searchParams.get('code'))).status, 200);
    assert.equal((await one.exchange(backOne.searchParams.get('code'))).status, 200);
  });

  test('a hundred people at once each get their own tokens', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
    const got = await Promise.all(
      numbers.map(async (number) => {
        const email = `visitor-${number}@example.com`;
        const { attempt, back, code, browser } = await handOff(directus.url, 'corp', { email });
        assert.equal(back.searchParams.get('state'), attempt.state);
        const { status, json } = await attempt.exchange(code);
        browser.close();
        assert.equal(status, 200, JSON.stringify(json));
        const me = await api(directus.url, '/users/me', { token: json.data.access_token });
        assert.equal(me.json.data.email, email);
        return json.data.refresh_token;
      }),
    );
    assert.equal(new Set(got).size, 100);
  });
});

test('s_40_no_secret_is_in_the_log', async () => {
  // Seen to fail with the query left in guard.js (token, otp), and with getHeaders left alone in answer.js (code).
  const email = someone();
  const { attempt, code, browser } = await handOff(directus.url, 'corp', { email });
  const { json } = await attempt.exchange(code);
  const mailed = `eyJhbGciOiJIUzI1NiJ9.${'m'.repeat(60)}.${'s'.repeat(43)}`;
  await browser.send(`${directus.url}/latchkey/reset-password?token=${mailed}`);
  await sleep(300);
  const log = directus.log();
  // The log is there, and it is the one that prints the headers of answers.
  assert.match(log, /"url":"\/latchkey\/reset-password"/);
  assert.match(log, /"referrer-policy":"no-referrer"/);
  for (const secret of [
    code,
    attempt.verifier,
    attempt.state,
    json.data.access_token,
    json.data.refresh_token,
    mailed,
  ]) {
    assert.ok(!log.includes(secret.slice(0, 40)), secret.slice(0, 12));
  }
  const sealed = browser.lines.find((line) => line.startsWith('latchkey_session=v1')).split(/[=;]/)[1];
  assert.ok(!log.includes(sealed.slice(0, 40)));
});

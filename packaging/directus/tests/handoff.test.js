/**
 * The hand-off in a real Directus 11 with a real OpenID provider: openid in session and cookie mode, and oauth2.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { HOST, createData, oauth2Settings, openidSettings, prefixed, seed, startDirectus, startIdp } from './support/bench.js';
import { Browser, formOf } from './support/browser.js';
import { freePort } from './support/process.js';
import { Attempt, answer, api, handOff, signIn } from './support/program.js';

let idp, data, directus;
let people = 100;
/** An account that no other test uses, since a person belongs to one provider. */
const someone = () => `visitor-${(people += 1)}@example.com`;

before(async () => {
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  idp = await startIdp(['corp', 'plain', 'old_mode'].map((name) => `${url}/auth/login/${name}/callback`));
  data = await createData(11);
  const role = seed(11).person_role;
  const settings = {
    AUTH_PROVIDERS: 'corp,plain,old_mode,directory',
    ...openidSettings('corp', idp.url, role, { LABEL: 'Corp <i>ID</i>' }),
    ...oauth2Settings('plain', idp.url, role),
    ...openidSettings('old_mode', idp.url, role, { MODE: 'cookie' }),
    ...prefixed('directory', { DRIVER: 'local' }),
  };
  directus = await startDirectus(11, data.path, settings, port);
});

after(async () => {
  await directus?.stop();
  await idp?.stop();
  await data?.remove();
});

/** Sessions in the database, told by what still refreshes: tests ask with the tokens that they have. */
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
    const { attempt, back, code, page } = await handOff(directus.url, 'corp', { email: someone(), redirectUri });
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
    const { expires } = database.prepare('select expires from directus_sessions where token = ?').get(session);
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
    const reason = '<script>alert(1)</script>';
    const next = await browser.visit(`${page.url}?${new URLSearchParams({ reason })}`, { until: attempt.isMine });
    assert.equal(next.stopped.searchParams.get('error_description'), 'UNKNOWN_EXCEPTION');
  });
});

describe('what authorize refuses', () => {
  const refused = async (changes, status = 400) => {
    const browser = new Browser();
    const page = await browser.send(new Attempt(directus.url, 'corp').address(changes));
    assert.equal(page.status, status, JSON.stringify(changes));
    assert.equal(page.headers.location, undefined);
    assert.deepEqual(browser.cookies, []);
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'/);
    return page;
  };

  test('s_16_plain_refused', async () => {
    // Seen to fail with the line on code_challenge_method taken out of attempt.js.
    for (const code_challenge_method of ['plain', null, '', 's256']) await refused({ code_challenge_method });
    for (const code_challenge of [null, '', 'short', 'x'.repeat(44)]) await refused({ code_challenge });
  });

  test('s_04_a_state_is_asked_for', async () => {
    for (const state of [null, '', 'short', 'x'.repeat(257), 'has a blank in it 123']) await refused({ state });
  });

  test('s_14_only_a_loopback_address_gets_a_code', async () => {
    // The tables are in attempt.test.js; these are the ones that other bridges let through (a prefix test, a check
    // that was not awaited).
    for (const redirect_uri of [
      null,
      'https://evil.example/callback',
      'http://127.0.0.1.evil.example:80/callback',
      'http://127.0.0.1:80@evil.example/',
      'http://127.0.0.1:4780/callback#x',
      'http://localhost:47801/callback',
      `${directus.url}/callback`,
      `${directus.url}.evil.example/callback`,
      'app.latchkey://auth/callback',
    ]) {
      await refused({ redirect_uri });
    }
  });

  test('s_18_a_providers_name_is_one_path_segment', async () => {
    for (const provider of ['../../server/info', 'corp/../plain', 'corp?x=', 'corp#', 'corp\r\nX: y', 'ghost']) {
      await refused({ provider }, 404);
    }
    // A provider that takes a password has no page to send a browser to.
    for (const provider of ['directory', 'default']) await refused({ provider }, 404);
    for (const provider of [null, '', '..', 'x'.repeat(129)]) await refused({ provider });
  });

  test('s_37_oversized_input', async () => {
    await refused({ more: 'x'.repeat(2048) });
    const twice = `${new Attempt(directus.url, 'corp').address()}&state=${'y'.repeat(43)}`;
    assert.equal((await new Browser().send(twice)).status, 400);
  });

  test('a program that asks without a browser gets Directus\'s shape of an error', async () => {
    const asked = new Browser({ accept: '*/*' });
    const attempt = new Attempt(directus.url, 'corp');
    assert.equal((await asked.send(attempt.address())).status, 303);
    const plain = await asked.send(attempt.address({ code_challenge_method: 'plain' }));
    assert.deepEqual([plain.status, JSON.parse(plain.text).errors[0].extensions.code], [400, 'INVALID_PAYLOAD']);
    const ghost = await asked.send(attempt.address({ provider: 'ghost' }));
    assert.deepEqual([ghost.status, JSON.parse(ghost.text).errors[0].extensions.code], [404, 'ROUTE_NOT_FOUND']);
  });

  test('otp and prompt go to Directus, and nothing else does', async () => {
    const page = await new Browser().send(new Attempt(directus.url, 'corp').address({ otp: '123456', prompt: 'login', x: 'y' }));
    const to = new URL(page.headers.location);
    assert.equal(to.origin + to.pathname, `${directus.url}/auth/login/corp`);
    assert.deepEqual([...to.searchParams.keys()].sort(), ['otp', 'prompt', 'redirect']);
    assert.match(to.searchParams.get('redirect'), new RegExp(`^${directus.url}/latchkey/finish/[\\w-]{22}$`));
    await refused({ otp: '12345&x=y' });
    await refused({ prompt: '<b>' });
  });
});

describe('the token endpoint', () => {
  const expectError = async (attempt, code, changes, error, status = 400) => {
    const answered = await attempt.exchange(code, changes);
    assert.deepEqual([answered.status, answered.json.error], [status, error], JSON.stringify(changes));
    assert.equal(answered.headers['cache-control'], 'no-store');
    assert.ok(answered.json.error_description);
    assert.equal(answered.json.data, undefined);
  };

  test('s_16_a_code_is_worth_nothing_without_its_verifier_and_redirect', async () => {
    // Seen to fail with either of the two comparisons in readGrant taken out.
    const { attempt, code } = await handOff(directus.url, 'corp', { email: someone() });
    const other = new Attempt(directus.url, 'corp');
    await expectError(attempt, code, { code_verifier: other.verifier }, 'invalid_grant');
    await expectError(attempt, code, { redirect_uri: 'http://127.0.0.1:47802/callback' }, 'invalid_grant');
    // The challenge, which stood in an address, is not the verifier.
    await expectError(attempt, code, { code_verifier: attempt.challenge }, 'invalid_grant');
    // None of it used the code up.
    assert.equal((await attempt.exchange(code)).status, 200);
  });

  test('s_14_a_code_works_once', async () => {
    const { attempt, code } = await handOff(directus.url, 'corp', { email: someone() });
    const first = await attempt.exchange(code);
    assert.equal(first.status, 200);
    await expectError(attempt, code, {}, 'invalid_grant');
    // A replay does not harm the tokens that the first one got.
    assert.ok(await refreshes(first.json.data.refresh_token));
  });

  test('s_14_a_code_sent_many_times_at_once_works_once', async () => {
    // Seen to fail with redeem (sessions.js) refreshing the session itself: several then answer 200, one of them with
    // tokens that live.
    const { attempt, code } = await handOff(directus.url, 'corp', { email: someone() });
    const all = await Promise.all(Array.from({ length: 12 }, () => attempt.exchange(code)));
    const good = all.filter(({ status }) => status === 200);
    assert.equal(good.length, 1);
    assert.ok(all.every(({ status, json }) => status === 200 || json.error === 'invalid_grant'));
    assert.ok(await refreshes(good[0].json.data.refresh_token));
  });

  test('s_14_an_altered_code_is_refused', async () => {
    const { attempt, code } = await handOff(directus.url, 'corp', { email: someone() });
    for (const at of [3, 10, 20, code.length >> 1, code.length - 2]) {
      const letter = code[at] === 'A' ? 'B' : 'A';
      await expectError(attempt, code.slice(0, at) + letter + code.slice(at + 1), {}, 'invalid_grant');
    }
    await expectError(attempt, code.slice(0, -4), {}, 'invalid_grant');
    await expectError(attempt, `v2${code.slice(2)}`, {}, 'invalid_grant');
    assert.equal((await attempt.exchange(code)).status, 200);
  });

  test('s_15_a_sealed_text_of_another_purpose_is_no_code', async () => {
    const browser = new Browser();
    const attempt = new Attempt(directus.url, 'corp');
    await signIn(browser, attempt, { email: someone() });
    for (const name of ['latchkey_request', 'latchkey_session']) {
      assert.ok(browser.cookie(name));
      await expectError(attempt, browser.cookie(name), {}, 'invalid_grant');
    }
  });

  test('errors are those of RFC 6749 §5.2', async () => {
    const attempt = new Attempt(directus.url, 'corp');
    await expectError(attempt, 'x', { grant_type: null }, 'invalid_request');
    await expectError(attempt, 'x', { grant_type: 'password' }, 'unsupported_grant_type');
    await expectError(attempt, 'x', { code_verifier: null }, 'invalid_request');
    await expectError(attempt, 'x', { code_verifier: 'x'.repeat(42) }, 'invalid_request');
    await expectError(attempt, 'x', { code_verifier: 'x'.repeat(129) }, 'invalid_request');
    await expectError(attempt, 'x', { redirect_uri: null }, 'invalid_request');
    await expectError(attempt, '', {}, 'invalid_request');
    await expectError(attempt, 'x', {}, 'invalid_grant');
    // s_37: too long, another content type, a parameter twice.
    await expectError(attempt, 'x'.repeat(9000), {}, 'invalid_request');
    const json = await api(directus.url, '/latchkey/token', { body: { grant_type: 'authorization_code' } });
    assert.deepEqual([json.status, json.json.error], [400, 'invalid_request']);
    const twice = await fetch(`http://127.0.0.1:${directus.port}/latchkey/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=authorization_code&grant_type=authorization_code',
    });
    assert.deepEqual([twice.status, (await twice.json()).error], [400, 'invalid_request']);
  });

  test('a person suspended in between gets nothing', async () => {
    const email = someone();
    const { attempt, code } = await handOff(directus.url, 'corp', { email });
    const admin = (
      await api(directus.url, '/auth/login', {
        body: { email: directus.env.ADMIN_EMAIL, password: directus.env.ADMIN_PASSWORD },
      })
    ).json.data.access_token;
    const found = await api(directus.url, `/users?filter[email][_eq]=${email}&fields=id`, { token: admin });
    await fetch(`http://127.0.0.1:${directus.port}/users/${found.json.data[0].id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin}` },
      body: '{"status":"suspended"}',
    });
    await expectError(attempt, code, {}, 'invalid_grant');
  });
});

describe('a Data Studio session in that browser', () => {
  /** Signs in to the Data Studio in this browser; gives the cookie. */
  async function studio(browser, email) {
    const start = `${directus.url}/auth/login/corp?redirect=${directus.url}/admin/`;
    const atAdmin = (url) => url.pathname === '/admin/';
    const page = await browser.visit(start, { until: atAdmin });
    if (!page.stopped) {
      await browser.visit(page.url, { form: { email, password: 'Harbour-gate-1', answer: 'sign-in' }, until: atAdmin });
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
      headers: { 'content-type': 'application/json', cookie: `directus_session_token=${browser.cookie('directus_session_token')}` },
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

describe('attempts side by side', () => {
  test('two in one browser do not mix', async () => {
    const browser = new Browser();
    const [one, two] = [new Attempt(directus.url, 'corp'), new Attempt(directus.url, 'corp')];
    const first = await signIn(browser, one, { email: someone() });
    const second = await browser.visit(two.address(), { until: two.isMine });
    // The ticket of one page does not answer the other.
    const crossed = await browser.visit(formOf(first).action, { form: { ...formOf(second).fields, answer: 'yes' } });
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
  for (const secret of [code, attempt.verifier, attempt.state, json.data.access_token, json.data.refresh_token, mailed]) {
    assert.ok(!log.includes(secret.slice(0, 40)), secret.slice(0, 12));
  }
  const sealed = browser.lines.find((line) => line.startsWith('latchkey_session=v1')).split(/[=;]/)[1];
  assert.ok(!log.includes(sealed.slice(0, 40)));
});

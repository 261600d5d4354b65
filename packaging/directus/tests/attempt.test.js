import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  attemptOf,
  finishUrl,
  isAttempt,
  isLoopback,
  newAttempt,
  readRequest,
  signInUrl,
} from '../src/attempt.js';
import { cookieLine, readCookies, withoutCookies } from '../src/cookies.js';
import { readSettings } from '../src/settings.js';

const settings = (PUBLIC_URL, more = {}) => readSettings({ PUBLIC_URL, ...more });

test('s_14_redirect_uri_is_a_literal_loopback_address', () => {
  for (const good of [
    'http://127.0.0.1:47801/callback',
    'http://127.0.0.1:1/',
    'http://127.0.0.1:65535',
    'http://[::1]:49152/callback/with-a_path.0~',
  ]) {
    assert.ok(isLoopback(good), good);
  }
  // Seen to fail with the pattern replaced by startsWith('http://127.0.0.1').
  for (const bad of [
    null,
    '',
    'http://127.0.0.1/callback',
    'http://127.0.0.1:/callback',
    'http://127.0.0.1:0x50/callback',
    'http://127.0.0.1:65536/',
    'http://127.0.0.1:047801/',
    'http://127.0.0.1:80/',
    'https://127.0.0.1:47801/callback',
    'HTTP://127.0.0.1:47801/callback',
    'http://localhost:47801/callback',
    'http://127.0.0.2:47801/callback',
    'http://127.1:47801/callback',
    'http://2130706433:47801/callback',
    'http://0.0.0.0:47801/callback',
    'http://127.0.0.1.evil.example:47801/callback',
    'http://127.0.0.1:47801@evil.example/',
    'http://user@127.0.0.1:47801/callback',
    'http://u:p@127.0.0.1:47801/callback',
    'http://127.0.0.1:47801/callback#fragment',
    'http://127.0.0.1:47801/callback?x=y',
    'http://127.0.0.1:47801/a/../b',
    'http://127.0.0.1:47801/a/./b',
    'http://127.0.0.1:47801/%2e%2e',
    'http://127.0.0.1:47801\\@evil.example/',
    'http://127.0.0.1:47801/\r\nSet-Cookie: a=b',
    'http://127.0.0.1:47801/callback\n',
    ' http://127.0.0.1:47801/callback',
    'http://[::1%25lo]:47801/callback',
    'http://[::ffff:127.0.0.1]:47801/callback',
    'http://[::2]:47801/callback',
    `http://127.0.0.1:47801/${'x'.repeat(129)}`,
    'javascript:alert(1)//http://127.0.0.1:47801/',
    'app.latchkey://127.0.0.1:47801/callback',
  ]) {
    assert.equal(isLoopback(bad), false, String(bad));
  }
});

const GOOD = {
  provider: 'corp id',
  redirect_uri: 'http://127.0.0.1:47801/callback',
  state: 's'.repeat(43),
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
};
const query = (changes = {}) => new URLSearchParams({ ...GOOD, ...changes }).toString();

test('a good request is read, and what is unknown is ignored', () => {
  const read = readRequest(query({ response_type: 'code', client_id: 'latchkey', otp: '123456' }));
  assert.deepEqual(read, {
    provider: 'corp id',
    redirectUri: GOOD.redirect_uri,
    state: GOOD.state,
    challenge: GOOD.code_challenge,
    otp: '123456',
    prompt: undefined,
  });
});

test('s_16_plain_refused', () => {
  // Seen to fail with every other method taken as well.
  for (const method of ['plain', '', 'S512', 'S256 ']) {
    assert.throws(() => readRequest(query({ code_challenge_method: method })), /S256/);
  }
  assert.throws(() => readRequest(query().replace('&code_challenge_method=S256', '')), /S256/);
});

test('s_37_every_part_is_bounded_and_there_once', () => {
  for (const name of Object.keys(GOOD)) {
    assert.throws(() => readRequest(query({ [name]: '' })), { status: 400 }, name);
    assert.throws(() => readRequest(query({ [name]: 'x'.repeat(600) })), { status: 400 }, name);
    assert.throws(
      () => readRequest(`${query()}&${name}=${encodeURIComponent(GOOD[name])}`),
      /more than once/,
    );
  }
  assert.throws(() => readRequest(`${query()}&x=${'y'.repeat(2048)}`), /too long/);
  assert.throws(() => readRequest(query({ response_type: 'token' })), { code: 'unsupported_response_type' });
});

test('s_18_a_provider_is_one_segment_of_the_path', () => {
  // Seen to fail without encodeURIComponent in signInPath.
  for (const [provider, segment] of [
    ['corp', 'corp'],
    ['a/../../x', 'a%2F..%2F..%2Fx'],
    ['a?redirect=x', 'a%3Fredirect%3Dx'],
    ['a#b;c', 'a%23b%3Bc'],
    ['a\r\nb', 'a%0D%0Ab'],
    ['ünï', '%C3%BCn%C3%AF'],
  ]) {
    for (const base of ['https://dx.test', 'https://dx.test:8443/cms/eu']) {
      const url = new URL(
        signInUrl(settings(base), { ...GOOD, provider, redirectUri: '', challenge: '' }, 'A'.repeat(22)),
      );
      assert.equal(url.origin + url.pathname, `${base}/auth/login/${segment}`);
      assert.deepEqual([...url.searchParams], [['redirect', `${base}/latchkey/finish/${'A'.repeat(22)}`]]);
    }
  }
});

test('only the address of a finish page with nothing behind it names an attempt', () => {
  const here = settings('https://dx.test/cms');
  const attempt = newAttempt();
  assert.ok(isAttempt(attempt));
  assert.equal(attemptOf(here, finishUrl(here, attempt)), attempt);
  for (const location of [
    '',
    '/cms/admin',
    `/cms/latchkey/finish/${attempt}`,
    `https://dx.test/latchkey/finish/${attempt}`,
    `https://evil.example/cms/latchkey/finish/${attempt}`,
    `${finishUrl(here, attempt)}?reason=INVALID_OTP`,
    `${finishUrl(here, attempt)}/x`,
    `${finishUrl(here, attempt)}A`,
    `https://dx.test/cms/admin/tfa-setup?redirect=${encodeURIComponent(finishUrl(here, attempt))}`,
  ]) {
    assert.equal(attemptOf(here, location), null, location);
  }
});

test('PUBLIC_URL decides over the paths, and has to be an address', () => {
  assert.deepEqual(
    ['http://dx.test', 'http://dx.test/', 'https://dx.test/cms//'].map((url) => {
      const { publicUrl, issuer, path, secure } = settings(url);
      return [publicUrl, issuer, path, secure];
    }),
    [
      ['http://dx.test', 'http://dx.test/latchkey', '/latchkey', false],
      ['http://dx.test', 'http://dx.test/latchkey', '/latchkey', false],
      ['https://dx.test/cms', 'https://dx.test/cms/latchkey', '/cms/latchkey', true],
    ],
  );
  for (const url of [
    '/',
    '',
    undefined,
    'dx.test',
    'ftp://dx.test',
    'https://dx.test/?x',
    'https://dx.test/a;b',
  ]) {
    assert.equal(settings(url), null, url);
  }
  assert.equal(settings('http://dx.test', { LATCHKEY_REQUESTS_PER_MINUTE: '5' }).perMinute, 5);
  assert.equal(settings('http://dx.test', { LATCHKEY_REQUESTS_PER_MINUTE: 'x' }).perMinute, 60);
});

test('cookies: HttpOnly, Lax, and Secure under https', () => {
  const line = cookieLine(settings('http://dx.test'), '/latchkey/finish/a', 'n', 'v', 5);
  assert.equal(line, 'n=v; Max-Age=5; Path=/latchkey/finish/a; HttpOnly; SameSite=Lax');
  assert.match(cookieLine(settings('https://dx.test'), '/', 'n', 'v', 5), /; Secure$/);
  assert.deepEqual(readCookies('a=1; b=2=3;c; =d'), [
    ['a', '1'],
    ['b', '2=3'],
    ['', 'd'],
  ]);
  assert.deepEqual(readCookies(undefined), []);
  assert.equal(withoutCookies('a=1; b=2; a=3; c=4', ['a', 'x']), 'b=2; c=4');
});

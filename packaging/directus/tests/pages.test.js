import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { bridgeLinks } from '../src/bridge.js';
import { colourOf, textOn } from '../src/branding.js';
import { bridgePage, consentPage, messagePage } from '../src/pages.js';

const NASTY = `"><script>alert('1')</script><a href=javascript:x onclick=y>&\`\u202e\u0007`;
const branding = { name: NASTY, colour: '#0f766e' };
const consent = (more = {}) =>
  consentPage(branding, {
    holder: { id: '1', name: NASTY, email: NASTY, provider: NASTY },
    provider: NASTY,
    redirectUri: 'http://127.0.0.1:47801/callback',
    action: `/cms/latchkey/finish/"x`,
    ticket: NASTY,
    ...more,
  });
const pages = () => [
  consent(),
  bridgePage(branding, {
    heading: NASTY,
    appLink: `app.latchkey://x?"${NASTY}`,
    webLink: `https://x/"${NASTY}`,
  }),
  messagePage(branding, NASTY, NASTY),
];

test('s_13_every_value_is_escaped', () => {
  // Seen to fail with escapeHtml giving back its text.
  for (const { html } of pages()) {
    assert.doesNotMatch(html, /<script|<a href=javascript|onclick=y>&[^#]/i);
    const elements = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name);
    const known = [
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'main',
      'p',
      'h1',
      'dl',
      'dt',
      'dd',
      'br',
      'form',
      'input',
      'button',
      'a',
    ];
    assert.deepEqual(
      elements.filter((name) => !known.includes(name)),
      [],
    );
  }
  // Characters that change the direction of text are removed (S-34).
  assert.doesNotMatch(consent().html.replace(/value="[^"]*"/, ''), /\u202e|\u0007/);
});

test('s_13_pages_hold_no_script_and_load_nothing', () => {
  // Seen to fail with a link to an icon in the page.
  for (const { html, policy } of pages()) {
    const [, style] = /<style>([^]*?)<\/style>/.exec(html);
    const hash = createHash('sha256').update(style).digest('base64');
    assert.match(policy, /^default-src 'none'; /);
    assert.ok(policy.includes(`style-src 'sha256-${hash}'`));
    assert.ok(policy.includes("base-uri 'none'; frame-ancestors 'none'"));
    assert.doesNotMatch(policy, /unsafe|script-src|\*/);
    assert.doesNotMatch(html, /<img|<link|<iframe|src=|http-equiv|@import|url\(/i);
  }
});

test('forms may lead to this server and to the one loopback address', () => {
  const actions = (page) => /form-action ([^;]*)/.exec(page.policy)[1];
  assert.equal(actions(consent()), "'self' http://127.0.0.1:47801");
  assert.equal(actions(consent({ redirectUri: 'http://[::1]:5/x' })), "'self' http:");
  assert.equal(actions(messagePage(branding, '', '')), "'none'");
});

test('a long name is cut', () => {
  const { html } = consent({ holder: { id: '1', name: 'n'.repeat(5000), email: '', provider: '' } });
  assert.ok(html.includes('n'.repeat(120)) && !html.includes('n'.repeat(121)));
});

test('an account without name and address is named by its id', () => {
  assert.match(
    consent({ holder: { id: 'the-id', name: '', email: '', provider: '' } }).html,
    /<dd>the-id<\/dd>/,
  );
});

test('a colour is a colour, and its text can be read', () => {
  for (const bad of [null, undefined, '', 'red', '#fff', '#12345g', '#6644ff;}', 'var(--x)', ['#000000']]) {
    assert.equal(colourOf(bad), '#6644ff');
  }
  assert.equal(colourOf('#0F766E'), '#0F766E');
  assert.deepEqual(['#ffffff', '#000000', '#6644ff', '#ffee00'].map(textOn), [
    '#000000',
    '#ffffff',
    '#ffffff',
    '#000000',
  ]);
});

const TOKEN = `eyJhbGciOiJIUzI1NiJ9.${'p'.repeat(120)}.${'s'.repeat(43)}`;

test('s_23_a_mailed_link_carries_a_token_and_perhaps_a_profile', () => {
  assert.deepEqual(
    bridgeLinks('https://x/cms', 'reset-password', `profile=0123456789abcdef&token=${TOKEN}`),
    {
      appLink: `app.latchkey://auth/reset-password?profile=0123456789abcdef&token=${TOKEN}`,
      webLink: `https://x/cms/admin/reset-password?token=${TOKEN}`,
    },
  );
  // Whatever else stands in the address is not passed on.
  assert.deepEqual(bridgeLinks('https://x', 'accept-invite', `token=${TOKEN}&url=https://evil.example&x=y`), {
    appLink: `app.latchkey://auth/accept-invite?token=${TOKEN}`,
    webLink: `https://x/admin/accept-invite?token=${TOKEN}`,
  });
});

test('s_21_anything_else_is_no_link', () => {
  // Seen to fail with either pattern of bridge.js replaced by /./.
  for (const query of [
    '',
    'token=',
    'token=abc',
    'token=a.b.c.d',
    'token=a.b.%22%3E%3Cscript%3E',
    'token=a.b.c%0D%0Ax',
    `token=${'a'.repeat(2048)}.b.c`,
    `token=${TOKEN}&token=${TOKEN}`,
    `token=${TOKEN}&profile=`,
    `token=${TOKEN}&profile=0123456789ABCDEF`,
    `token=${TOKEN}&profile=0123456789abcdef0`,
    `token=${TOKEN}&profile=0123456789abcdef&profile=0123456789abcdef`,
    `token=${TOKEN}&profile=a%26token%3Db`,
  ]) {
    assert.equal(bridgeLinks('https://x', 'reset-password', query), null, query);
  }
});

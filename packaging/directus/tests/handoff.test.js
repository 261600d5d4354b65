/**
 * The hand-off in a real Directus 11 with a real OpenID provider: openid in session and cookie mode, and oauth2.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { createData, openidSettings, oauth2Settings, seed, startDirectus, startIdp, HOST } from './support/bench.js';
import { Browser } from './support/browser.js';
import { freePort } from './support/process.js';
import { Attempt, answer, api, handOff, signIn } from './support/program.js';

let idp, data, directus;

before(async () => {
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  idp = await startIdp(['corp', 'plain', 'old_mode'].map((name) => `${url}/auth/login/${name}/callback`));
  data = await createData(11);
  const role = seed(11).person_role;
  directus = await startDirectus(
    11,
    data.path,
    {
      AUTH_PROVIDERS: 'corp,plain,old_mode,directory',
      ...openidSettings('corp', idp.url, role, { LABEL: 'Corp <ID>' }),
      ...oauth2Settings('plain', idp.url, role),
      ...openidSettings('old_mode', idp.url, role, { MODE: 'cookie' }),
    },
    port,
  );
});

after(async () => {
  await directus?.stop();
  await idp?.stop();
  await data?.remove();
});

test('the capability document names what there is', async () => {
  const { status, json, headers } = await api(directus.url, '/latchkey');
  assert.equal(status, 200);
  assert.deepEqual(json, {
    data: {
      name: 'latchkey',
      version: 1,
      issuer: `${directus.url}/latchkey`,
      code_challenge_methods: ['S256'],
      reset_password: `${directus.url}/latchkey/reset-password`,
      accept_invite: `${directus.url}/latchkey/accept-invite`,
    },
  });
  assert.equal(headers['cache-control'], 'no-store');
});

for (const provider of ['corp', 'plain']) {
  test(`${provider}: from the program through the browser to tokens`, async () => {
    const { attempt, back, code, browser, page } = await handOff(directus.url, provider, { email: `visitor-${provider === 'corp' ? 1 : 2}@example.com` });
    assert.equal(back.searchParams.get('state'), attempt.state);
    assert.equal(back.searchParams.get('iss'), `${directus.url}/latchkey`);
    assert.match(page.text, /Visitor/);
    const { status, json } = await attempt.exchange(code);
    assert.equal(status, 200, JSON.stringify(json));
    console.log(json, browser.lines);
  });
}

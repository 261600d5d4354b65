/**
 * When the companion cannot work, it says so, and a client sees no hand-off to try.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { endpoint } from '../src/endpoint.js';
import { guard } from '../src/guard.js';

/** Registers the endpoint with a router that only remembers; gives its first handler's answer. */
function firstAnswer(/** @type {Record<string, string>} */ env) {
  const handlers = [];
  const logged = [];
  const router = { use: (handler) => handlers.push(handler), get() {}, post() {} };
  endpoint.handler(router, {
    env,
    logger: { error: (text) => logged.push(text) },
    services: {},
    database() {},
  });
  const answer = { headers: {}, passed: false };
  const res = {
    setHeader: (name, value) => (answer.headers[name] = value),
    status: (status) => Object.assign(res, { code: status }),
    json: (body) => Object.assign(answer, { status: res.code, body }),
  };
  handlers[0]({}, res, () => (answer.passed = true));
  return { ...answer, logged };
}

test('switched on in a running Directus, it asks for a restart', () => {
  // The guard has not run, so mailed tokens would be logged and sessions replaced.
  const { status, body, passed } = firstAnswer({ PUBLIC_URL: 'https://dx.test', SECRET: 'x' });
  assert.equal(status, 503);
  assert.equal(passed, false);
  assert.match(body.errors[0].message, /Restart Directus/);
});

test('without an absolute PUBLIC_URL it is off, and the log says why', () => {
  const { status, body, logged } = firstAnswer({ PUBLIC_URL: '/' });
  assert.equal(status, 503);
  assert.match(body.errors[0].message, /PUBLIC_URL/);
  assert.match(logged[0], /PUBLIC_URL/);
  guard({ init: () => assert.fail('nothing to guard') }, { env: { PUBLIC_URL: '/' } });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { test } from 'node:test';

import { readForm } from '../src/answer.js';
import { createLimit } from '../src/rate-limit.js';

test('s_48_each_address_has_its_own_minute', () => {
  let now = 0;
  const take = createLimit(6, () => now);
  assert.deepEqual(
    Array.from({ length: 8 }, () => take('a')),
    [0, 0, 0, 0, 0, 0, 10, 10],
  );
  assert.equal(take('b'), 0);
  now += 4_000;
  assert.equal(take('a'), 6);
  now += 6_000;
  assert.deepEqual([take('a'), take('a')], [0, 10]);
  // An hour of silence does not save up more than a minute's worth.
  now += 3_600_000;
  assert.equal(Array.from({ length: 9 }, () => take('a')).filter((wait) => wait === 0).length, 6);
});

test('s_37_a_million_addresses_do_not_fill_the_memory', () => {
  // Seen to fail (by time and memory) without the deletion of the oldest.
  const take = createLimit(1, () => 0);
  assert.equal(take('first'), 0);
  assert.ok(take('first') > 0);
  for (let number = 0; number < 10_000; number += 1) take(`address ${number}`);
  // Forgotten, so it starts anew: proof that it is not kept.
  assert.equal(take('first'), 0);
});

/** Sends a body to readForm on a real socket. */
async function sendForm(type, parts, headers = {}) {
  let got;
  const server = createServer(async (req, res) => {
    got = await readForm(req);
    res.end();
    req.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const asked = request({
    port: server.address().port,
    method: 'POST',
    headers: { 'content-type': type, ...headers },
  });
  asked.on('error', () => {});
  for (const part of parts) asked.write(part);
  asked.end();
  await new Promise((resolve) => asked.on('close', resolve).on('response', (answer) => answer.resume()));
  server.close();
  return got;
}

test('s_37_a_form_is_short_and_is_a_form', async () => {
  const form = 'application/x-www-form-urlencoded';
  assert.equal(await sendForm(form, ['a=1', '&b=2']), 'a=1&b=2');
  assert.equal(await sendForm(`${form.toUpperCase()}; charset=utf-8`, ['a=1']), 'a=1');
  assert.equal(await sendForm('application/json', ['{}']), null);
  assert.equal(await sendForm('', ['a=1']), null);
  // Seen to fail with the count of `length` taken out of readForm.
  assert.equal(
    await sendForm(
      form,
      Array.from({ length: 100 }, () => 'x'.repeat(1000)),
    ),
    null,
  );
  assert.equal(await sendForm(form, ['x'], { 'content-length': '9000' }), null);
});

/**
 * Plays Latchkey's part of the hand-off, and the person's part in the browser.
 * @module
 */
import { createHash, randomBytes } from 'node:crypto';

import { Browser, formOf } from './browser.js';

const PASSWORD = 'Harbour-gate-1';

/** One attempt of the program. */
export class Attempt {
  verifier = randomBytes(32).toString('base64url');
  state = randomBytes(32).toString('base64url');

  /**
   * @param {string} instance
   * @param {string} provider
   * @param {string} [redirectUri]
   */
  constructor(instance, provider, redirectUri = 'http://127.0.0.1:47801/callback') {
    this.instance = instance;
    this.provider = provider;
    this.redirectUri = redirectUri;
  }

  get challenge() {
    return createHash('sha256').update(this.verifier).digest('base64url');
  }

  /** @param {Record<string, string | null>} [changes] `null` takes a parameter away. */
  address(changes = {}) {
    const all = {
      provider: this.provider,
      redirect_uri: this.redirectUri,
      state: this.state,
      code_challenge: this.challenge,
      code_challenge_method: 'S256',
      ...changes,
    };
    const given = Object.entries(all).filter(([, value]) => value !== null);
    return `${this.instance}/latchkey/authorize?${new URLSearchParams(/** @type {any} */ (given))}`;
  }

  /** Whether an address is the program's listener. */
  isMine = (/** @type {URL} */ url) => url.href.startsWith(this.redirectUri);

  /** @param {Record<string, string | null>} [changes] */
  async exchange(code = '', changes = {}, instance = this.instance) {
    const all = {
      grant_type: 'authorization_code',
      code,
      code_verifier: this.verifier,
      redirect_uri: this.redirectUri,
      ...changes,
    };
    const form = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
    const client = new Browser({ accept: 'application/json' });
    const answer = await client.send(`${instance}/latchkey/token`, { form: /** @type {any} */ (form) });
    client.close();
    return { ...answer, json: JSON.parse(answer.text) };
  }
}

/**
 * Signs in at the provider, if it asks.
 * @param {Browser} browser
 * @param {Attempt} attempt
 * @param {{ email?: string, answer?: string, changes?: Record<string, string | null> }} [options]
 */
export async function signIn(
  browser,
  attempt,
  { email = 'grace@example.com', answer = 'sign-in', changes } = {},
) {
  const until = attempt.isMine;
  const page = await browser.visit(attempt.address(changes), { until });
  if (!page.text.includes('Harbour accounts')) return page;
  return browser.visit(page.url, { form: { email, password: PASSWORD, answer }, until });
}

/**
 * Answers the consent page; gives the address at which the program is reached.
 * @param {Browser} browser
 * @param {Attempt} attempt
 * @param {import('./browser.js').Page} page
 */
export async function answer(browser, attempt, page, says = 'yes') {
  if (!page.text.includes('name="ticket"'))
    throw new Error(`No consent page: ${page.status} ${page.text.slice(0, 500)}`);
  const { action, fields } = formOf(page);
  const next = await browser.visit(action, { form: { ...fields, answer: says }, until: attempt.isMine });
  if (!next.stopped) throw new Error(`No way back to the program: ${next.status} ${next.text.slice(0, 500)}`);
  return next.stopped;
}

/**
 * The whole way in a browser of its own.
 * @param {string} instance
 * @param {string} provider
 * @param {{ email?: string, browser?: Browser, redirectUri?: string }} [options]
 */
export async function handOff(instance, provider, { email, browser = new Browser(), redirectUri } = {}) {
  const attempt = new Attempt(instance, provider, redirectUri);
  const page = await signIn(browser, attempt, { email });
  const back = await answer(browser, attempt, page);
  return { attempt, browser, page, back, code: back.searchParams.get('code') ?? '' };
}

/** One call of Directus's API. */
export async function api(
  /** @type {string} */ instance,
  /** @type {string} */ path,
  { token = '', body = null, cookie = '' } = /** @type {any} */ ({}),
) {
  const client = new Browser({ accept: 'application/json' });
  const url = new URL(`${instance}${path}`);
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie }) };
  const answer = body ? await postJson(url, body, headers) : await client.send(url, { headers });
  client.close();
  return {
    status: answer.status,
    headers: answer.headers,
    json: answer.text ? JSON.parse(answer.text) : null,
  };
}

/** @returns {Promise<any>} */
async function postJson(/** @type {URL} */ url, /** @type {object} */ body, /** @type {object} */ headers) {
  const address = `http://127.0.0.1:${url.port}${url.pathname}${url.search}`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

/**
 * Which providers the server offers at this moment. Asks Directus's own `GET /auth`, since there is no service for
 * it and the configuration alone does not tell: without a licence Directus 12 offers none of those that are set up.
 * @module
 */
import { request } from 'node:http';

/** The drivers that sign in through a browser. */
const BROWSER_DRIVERS = ['openid', 'oauth2', 'saml'];
/** How long an answer is believed, in milliseconds. */
const FRESH = 15_000;
const LONGEST_ANSWER = 256 * 1024;

/**
 * @typedef {{ name: string, label: string, driver: string }} Provider
 */

/**
 * @param {Record<string, any>} env
 * @returns {(name: string, req: any) => Promise<Provider | null>} The provider of this name, if a person can sign
 *   in with it in a browser.
 */
export function createProviders(env) {
  /** @type {{ at: number, list: Promise<any[] | null> }} */
  let known = { at: 0, list: Promise.resolve(null) };

  return async (name, req) => {
    if (Date.now() - known.at > FRESH) known = { at: Date.now(), list: ask(req.socket) };
    // Nobody to ask when Directus listens on a Unix socket: then the configuration has to do.
    const list = (await known.list) ?? configured(env);
    const found = list.find(
      (provider) => provider?.name === name && BROWSER_DRIVERS.includes(provider.driver),
    );
    return found ? { name, label: String(found.label || title(name)), driver: found.driver } : null;
  };
}

/**
 * Directus answers at the address and port on which it got this very request.
 * @param {{ localAddress?: string, localPort?: number }} socket
 * @returns {Promise<any[] | null>}
 */
function ask({ localAddress, localPort }) {
  if (!localAddress || !localPort) return Promise.resolve(null);
  return new Promise((resolve) => {
    const asked = request({ host: localAddress, port: localPort, path: '/auth', timeout: 5000 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        text += part;
        if (text.length > LONGEST_ANSWER) asked.destroy();
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? listIn(text) : null));
      answer.on('error', () => resolve(null));
      answer.on('close', () => resolve(null));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(null));
    asked.end();
  });
}

/** @param {string} text */
function listIn(text) {
  try {
    const { data } = JSON.parse(text);
    return Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

/** @param {Record<string, any>} env */
function configured(env) {
  return [env.AUTH_PROVIDERS ?? []]
    .flat()
    .flatMap((names) => String(names).split(','))
    .map((name) => name.trim())
    .map((name) => {
      const prefix = `AUTH_${name.toUpperCase()}_`;
      return { name, label: env[`${prefix}LABEL`], driver: env[`${prefix}DRIVER`] };
    });
}

/** `corp_id` → `Corp Id`, as the Data Studio shows it. @param {string} name */
const title = (name) =>
  name.replace(/[_-]+/g, ' ').replace(/(^|\s)\S/g, (/** @type {string} */ letter) => letter.toUpperCase());

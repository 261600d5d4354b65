/**
 * As much of a browser as sign-ins need: redirects, forms, and cookies by host and path. Every host name leads to
 * 127.0.0.1. It stops where a person or the program would take over. What only a real browser does (SameSite,
 * content security policies) is tested with one in `browser.test.js`.
 * @module
 */
import { Agent, request } from 'node:http';

/**
 * @typedef {object} Page
 * @property {URL} url
 * @property {number} status
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} text
 */

export class Browser {
  /** @type {{ host: string, path: string, name: string, value: string, line: string }[]} */
  cookies = [];
  /** Every `Set-Cookie` line seen. @type {string[]} */
  lines = [];
  #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  /** Ports by host name, for what stands behind a proxy. @param {Record<string, string>} [headers] */
  constructor(headers = {}) {
    this.headers = { accept: 'text/html,*/*;q=0.8', 'user-agent': 'Test browser', ...headers };
  }

  /**
   * One request, no redirect followed.
   * @param {string | URL} address
   * @param {{ method?: string, form?: Record<string, string>, headers?: Record<string, string> }} [options]
   * @returns {Promise<Page>}
   */
  send(address, { method, form, headers } = {}) {
    const url = new URL(address);
    const body = form && new URLSearchParams(form).toString();
    return new Promise((resolve, reject) => {
      const cookie = this.#cookiesFor(url);
      const asked = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: url.port || 80,
          path: url.pathname + url.search,
          method: method ?? (body === undefined ? 'GET' : 'POST'),
          headers: {
            ...this.headers,
            host: url.host,
            ...(cookie && { cookie }),
            ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
            ...headers,
          },
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part) => (text += part));
          answer.on('end', () => {
            for (const line of answer.headers['set-cookie'] ?? []) this.#keep(url, line);
            resolve({ url, status: answer.statusCode ?? 0, headers: answer.headers, text });
          });
          answer.on('error', reject);
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /**
   * Goes to an address, through all redirects.
   * @param {string | URL} address
   * @param {{ form?: Record<string, string>, headers?: Record<string, string>, until?: (url: URL) => boolean }} [options]
   *   `until`: an address that is not visited, such as the program's.
   * @returns {Promise<Page & { stopped?: URL }>}
   */
  async visit(address, { form, headers, until = () => false } = {}) {
    let page = await this.send(address, { form, headers });
    for (let hops = 0; page.headers.location && hops < 20; hops += 1) {
      const next = new URL(page.headers.location, page.url);
      if (until(next)) return { ...page, stopped: next };
      page = await this.send(next);
    }
    return page;
  }

  /** @param {string} name */
  cookie(name) {
    return this.cookies.find((cookie) => cookie.name === name)?.value;
  }

  /** What a browser of this kind would still hold that is Latchkey's. */
  leftovers() {
    return this.cookies.filter(({ name }) => name.startsWith('latchkey'));
  }

  close() {
    this.#agent.destroy();
  }

  /** @param {URL} url */
  #cookiesFor(url) {
    const fits = this.cookies.filter(
      ({ host, path }) =>
        host === url.hostname &&
        (url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`)),
    );
    return fits.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** @param {URL} url @param {string} line */
  #keep(url, line) {
    this.lines.push(line);
    const [pair, ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const attribute = (/** @type {string} */ wanted) =>
      attributes.find((part) => part.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? (url.pathname.slice(0, url.pathname.lastIndexOf('/')) || '/');
    const gone =
      attribute('max-age') === '0' || new Date(attribute('expires') ?? '2999').getTime() < Date.now();
    this.cookies = this.cookies.filter(
      (old) => old.host !== url.hostname || old.path !== path || old.name !== name,
    );
    if (!gone) this.cookies.push({ host: url.hostname, path, name, value, line });
  }
}

/** The form of a page, as a person sends it with one of its buttons. @param {Page} page */
export function formOf(page) {
  const action = /<form[^>]*\baction="([^"]*)"/.exec(page.text)?.[1];
  const fields = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return {
    action: new URL(action ?? page.url, page.url),
    fields: Object.fromEntries(fields.map(([, name, value]) => [name, value])),
  };
}

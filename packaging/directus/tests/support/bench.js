/**
 * The installed servers of the test bench (`tests/bench/install.sh`), as `run.sh` hands their paths over.
 * @module
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';

import { Server, freePort } from './process.js';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} name */
export function installed(name) {
  const path = process.env[name];
  if (!path) throw new Error(`${name} is not set. Run packaging/directus/tests/run.sh`);
  return path;
}

/** The instance's host name: not the listener's, so that no cookie can get there by accident. */
export const HOST = 'dx.test';

/** @typedef {{ url: string, port: number, log: () => string, stop: () => Promise<void> }} Running */

/**
 * The real OpenID provider.
 * @param {string[]} callbacks
 * @param {Record<string, string>} [options]
 * @returns {Promise<Running>}
 */
export async function startIdp(callbacks, options = {}) {
  const port = await freePort();
  const env = {
    PATH: '/usr/bin:/bin',
    IDP_PORT: String(port),
    IDP_REDIRECT_URIS: callbacks.join(' '),
    ...options,
  };
  const server = new Server(process.execPath, [installed('BENCH_IDP')], { env });
  await server.until(() => server.log.includes('listening '));
  return { url: `http://127.0.0.1:${port}`, port, log: () => server.log, stop: () => server.stop() };
}

/** A throw-away copy of the seeded database with the companion installed. */
export async function createData(/** @type {11 | 12} */ version) {
  const data = await mkdtemp(join(tmpdir(), 'latchkey-companion-'));
  await cp(installed(`BENCH_TEMPLATE_${version}`), data, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  // As an administrator would: the folder with what the package publishes.
  const target = join(data, 'extensions', 'directus-extension-latchkey');
  await mkdir(target, { recursive: true });
  await cp(join(PACKAGE, 'package.json'), join(target, 'package.json'));
  await cp(join(PACKAGE, 'src'), join(target, 'src'), { recursive: true });
  await writeFile(join(data, 'package.json'), '{"name":"latchkey-bench-data","private":true}');
  return { path: data, remove: () => rm(data, { recursive: true, force: true }) };
}

/**
 * @param {11 | 12} version
 * @param {string} data
 * @param {Record<string, string>} settings Directus's own; `{url}` stands for its address.
 * @param {number} [port]
 * @returns {Promise<Running & { env: Record<string, string>, directus: string }>}
 */
export async function startDirectus(version, data, settings, port) {
  port ??= await freePort();
  const url = `http://${HOST}:${port}`;
  /** @type {Record<string, string>} */
  const env = {
    ...readEnv(installed('BENCH_SETTINGS')),
    PORT: String(port),
    PUBLIC_URL: url,
    DB_FILENAME: join(data, 'data.db'),
    STORAGE_LOCAL_ROOT: join(data, 'uploads'),
    EXTENSIONS_PATH: join(data, 'extensions'),
    LATCHKEY_REQUESTS_PER_MINUTE: '100000',
    LOGIN_STALL_TIME: '20',
    // It answers 503 when a machine is busy, and test machines are.
    PRESSURE_LIMITER_ENABLED: 'false',
    ...settings,
  };
  for (const name of Object.keys(env)) env[name] = env[name].replaceAll('{url}', url);
  const file = join(data, `settings-${port}.env`);
  // Quoted where a `#` would begin a comment, as in the metadata of SAML.
  const quoted = (/** @type {string} */ value) => (value.includes('#') ? `'${value}'` : value);
  const lines = Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}\n`);
  await writeFile(file, lines.join(''), { mode: 0o600 });
  const directus = installed(`BENCH_DIRECTUS_${version}`);
  const program = join(directus, 'node_modules/@directus/api/dist/cli/run.js');
  const server = new Server(process.execPath, [program, 'start'], {
    cwd: data,
    env: { PATH: '/usr/bin:/bin', HOME: data, NODE_ENV: 'production', CONFIG_PATH: file },
  });
  await server.until(() => answers(port));
  return { url: env.PUBLIC_URL, port, env, directus, log: () => server.log, stop: () => server.stop() };
}

/**
 * The settings of one provider that is our IdP.
 * @param {string} name
 * @param {string} idp
 * @param {string} role
 * @param {Record<string, string>} [more]
 */
export function openidSettings(name, idp, role, more = {}) {
  return prefixed(name, {
    DRIVER: 'openid',
    CLIENT_ID: 'directus',
    CLIENT_SECRET: 'directus-client-secret',
    ISSUER_URL: `${idp}/.well-known/openid-configuration`,
    IDENTIFIER_KEY: 'email',
    ALLOW_PUBLIC_REGISTRATION: 'true',
    DEFAULT_ROLE_ID: role,
    ...more,
  });
}

/** The same as plain OAuth 2.0. @type {typeof openidSettings} */
export function oauth2Settings(name, idp, role, more = {}) {
  return prefixed(name, {
    DRIVER: 'oauth2',
    CLIENT_ID: 'directus',
    CLIENT_SECRET: 'directus-client-secret',
    AUTHORIZE_URL: `${idp}/auth`,
    ACCESS_URL: `${idp}/token`,
    PROFILE_URL: `${idp}/profile`,
    SCOPE: 'profile email',
    EMAIL_KEY: 'email',
    FIRST_NAME_KEY: 'given_name',
    LAST_NAME_KEY: 'family_name',
    IDENTIFIER_KEY: 'email',
    ALLOW_PUBLIC_REGISTRATION: 'true',
    DEFAULT_ROLE_ID: role,
    ...more,
  });
}

/** @param {string} name @param {Record<string, string>} values */
export const prefixed = (name, values) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`AUTH_${name.toUpperCase()}_${key}`, value]),
  );

/** The ids that the seed made. @param {11 | 12} version */
export const seed = (version) =>
  JSON.parse(readFileSync(join(installed(`BENCH_TEMPLATE_${version}`), 'seed.json'), 'utf8'));

/** @param {string} file */
function readEnv(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** @param {number} port @returns {Promise<boolean>} */
const answers = (port) =>
  new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path: '/server/ping' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });

/**
 * A Directus 11 with every kind of provider that our OpenID provider can be for it.
 * @module
 */
import {
  HOST,
  createData,
  oauth2Settings,
  openidSettings,
  prefixed,
  seed,
  startDirectus,
  startIdp,
} from './bench.js';
import { freePort } from './process.js';

/** Providers: `corp` openid, `old_mode` openid in cookie mode, `plain` oauth2; `directory` takes passwords. */
export async function startEleven() {
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  const idp = await startIdp(
    ['corp', 'plain', 'old_mode'].map((name) => `${url}/auth/login/${name}/callback`),
  );
  const data = await createData(11);
  const role = seed(11).person_role;
  const settings = {
    AUTH_PROVIDERS: 'corp,plain,old_mode,directory',
    ...openidSettings('corp', idp.url, role, { LABEL: 'Corp <i>ID</i>' }),
    ...oauth2Settings('plain', idp.url, role),
    ...openidSettings('old_mode', idp.url, role, { MODE: 'cookie' }),
    ...prefixed('directory', { DRIVER: 'local' }),
  };
  const directus = await startDirectus(11, data.path, settings, port);
  return {
    ...directus,
    async stop() {
      await directus.stop();
      await idp.stop();
      await data.remove();
    },
  };
}

let people = 100;
/** An account that no other test uses, since a person belongs to one provider. */
export const someone = () => `visitor-${(people += 1)}@example.com`;
